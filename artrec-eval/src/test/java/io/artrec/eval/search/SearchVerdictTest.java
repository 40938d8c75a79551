package io.artrec.eval.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.error.ArtrecException;
import io.artrec.eval.metric.UserValues;
import io.artrec.eval.search.Museum.Guess;
import io.artrec.eval.statistics.ConfidenceInterval;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyParser;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchVerdictTest {
  @TempDir Path folder;

  private final AtomicInteger trainings = new AtomicInteger();

  /** Settings that differ by chance alone. */
  private Strategy noise(String text) {
    return new Guess(number(text, 0), 12, trainings);
  }

  /** {@code n} of 30 is best, what is given without is far from it. */
  private Strategy valley(String text) {
    int n = number(text, 100);
    return new Guess(n, Math.abs(n - 30) / 2.0, trainings);
  }

  private static int number(String text, int otherwise) {
    return text.contains("=") ? Integer.parseInt(text.substring(text.indexOf('=') + 1)) : otherwise;
  }

  private static final SearchSpace SPACE = SearchSpace.of("guess").wholeRange("n", 1, 60);

  private static HyperparameterSearch search(
      int visitors, long seed, Function<String, Strategy> maker) {
    Interactions events = Museum.behavior(visitors, seed);
    return HyperparameterSearch.of(Museum.catalog(events), events, maker)
        .metric("ndcg@5")
        .seed(seed)
        .threads(1);
  }

  @Test
  void noiseAlone_isNotCalledBetter() {
    int looksBetter = 0;
    for (long seed = 1; seed <= 2; seed++) {
      TuningResult found = search(50, seed, this::noise).finals(1, 2).random(SPACE, 5);
      looksBetter += found.best().strategy().equals("guess") ? 0 : 1;
      assertThat(found.verdict()).as("seed %d", seed).isEqualTo(SearchVerdict.NO_BETTER);
      assertThat(found.chosen()).as("seed %d", seed).isEqualTo("guess");
    }
    assertThat(looksBetter).as("on the trials' own split, of 2 searches").isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void realOptimum_isFoundAndCalledBetter(long seed) {
    TuningResult found = search(100, seed, this::valley).finals(1, 2).random(SPACE, 7);
    assertThat(found.verdict()).as(found.toText()).isEqualTo(SearchVerdict.BETTER);
    assertThat(number(found.chosen(), 0)).as(found.toText()).isBetween(18, 42);
    Finalist winner = found.winner().orElseThrow();
    assertThat(winner.repeats()).isEqualTo(2);
    assertThat(winner.p().orElseThrow())
        .isCloseTo(Math.min(1, 7 * winner.comparison().pairedT().p().orElseThrow()), within(1e-12));
    assertThat(winner.comparison().difference().orElseThrow())
        .isGreaterThan(winner.standardError().orElseThrow());
    assertThat(found.toString()).isEqualTo("better than what you have: " + found.chosen());
  }

  @Test
  void incumbentThatIsBest_staysWithoutFinals() {
    TuningResult found = search(60, 1, this::valley).incumbent("guess:n=30").grid(SPACE, 2);
    assertThat(found.trials()).map(Trial::strategy).startsWith("guess:n=30").hasSize(3);
    assertThat(found.verdict()).isEqualTo(SearchVerdict.NO_BETTER);
    assertThat(found.finalists()).isEmpty();
    assertThat(found.chosen()).isEqualTo("guess:n=30");
    assertThat(found.toText())
        .contains("(incumbent)")
        .endsWith("no better than what you have: keep guess:n=30\n");
  }

  @Test
  void trials_carryValuesByVisitorAndStandardErrors() {
    Trial trial = search(60, 1, this::noise).grid(SPACE, 1).trials().get(1);
    UserValues values = trial.visitorValues();
    assertThat(trial.visitors()).hasSize(values.size()).contains("v1");
    assertThat(values.mean().orElseThrow()).isCloseTo(trial.value().orElseThrow(), within(1e-12));
    // n present values: s / √n by hand
    double[] present = values.present();
    double mean = values.mean().orElseThrow();
    double squares = 0;
    for (double value : present) {
      squares += (value - mean) * (value - mean);
    }
    assertThat(trial.standardError().orElseThrow())
        .isCloseTo(Math.sqrt(squares / (present.length - 1) / present.length), within(1e-12))
        .isEqualTo(ConfidenceInterval.standardError(values).orElseThrow());
  }

  @Test
  void validationWithoutChance_isComparedOnItsOwnSplit() {
    Interactions events = Museum.behavior(80, 5);
    Interactions.Builder timed = Interactions.builder();
    for (int row = 0; row < events.size(); row++) {
      Interaction event = events.get(row);
      timed.add(event.user(), event.artwork(), InteractionKind.FAVORITE, 1, 1000L * row % 7919);
    }
    TuningResult found =
        HyperparameterSearch.of(Museum.catalog(events), timed.build(), this::valley)
            .validation("per-user:ratio=0.2,latest=true")
            .metric("ndcg@5")
            .threads(1)
            .grid(SPACE, 3);
    assertThat(found.finalists()).isNotEmpty();
    assertThat(found.finalists()).allSatisfy(f -> assertThat(f.repeats()).isEqualTo(1));
    assertThat(trainings.get()).as("none beyond the four trials").isEqualTo(4);
    assertThat(found.notes())
        .anySatisfy(note -> assertThat(note).contains("the validation leaves nothing to chance"));
  }

  @Test
  void anyNumberOfThreads_sameVerdictAndFigures() {
    String one = search(60, 3, this::valley).finals(1, 2).random(SPACE, 3).toText();
    assertThat(search(60, 3, this::valley).finals(1, 2).threads(3).random(SPACE, 3).toText())
        .isEqualTo(one);
  }

  private HyperparameterSearch kept() {
    return search(60, 3, this::valley).finals(1, 2);
  }

  @Test
  void file_whatWasStoppedGoesOnBehindWhatIsFinished() throws IOException {
    String whole = kept().random(SPACE, 4).toText();
    int all = trainings.getAndSet(0);
    Path file = folder.resolve("trials.jsonl");
    Cancellation stop = Cancellation.when(() -> trainings.get() >= 4);
    assertThatThrownBy(() -> kept().file(file).cancellation(stop).random(SPACE, 4))
        .isInstanceOf(CancelledException.class);
    int stopped = trainings.getAndSet(0);
    // a kill in the middle of a line
    Files.writeString(file, "{\"phase\":\"trial\",\"sha", StandardOpenOption.APPEND);

    assertThat(kept().file(file).random(SPACE, 4).toText()).isEqualTo(whole);
    assertThat(trainings.getAndSet(0)).as("all but the finished").isEqualTo(all - stopped + 1);
    assertThat(kept().file(file).random(SPACE, 4).toText()).isEqualTo(whole);
    assertThat(trainings.get()).as("all are finished").isZero();
    assertThat(kept().file(file).random(SPACE, 5).trials()).hasSize(6);
  }

  @Test
  void file_ofAnotherSearchOrDamaged_isRefused() throws IOException {
    Path file = folder.resolve("trials.jsonl");
    search(60, 3, this::valley).file(file).grid(SPACE, 2);
    assertThatThrownBy(() -> search(60, 4, this::valley).file(file).grid(SPACE, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("are of another search");
    assertThatThrownBy(
            () ->
                search(60, 3, this::valley)
                    .file(file)
                    .grid(SearchSpace.of("guess").wholeRange("n", 1, 61), 2))
        .hasMessageContaining("are of another search");
    List<String> lines = Files.readAllLines(file);
    Files.writeString(file, lines.get(0) + "\nnot json\n" + lines.get(1) + "\n");
    assertThatThrownBy(() -> search(60, 3, this::valley).file(file).grid(SPACE, 2))
        .isInstanceOf(ArtrecException.class)
        .hasMessageContaining("line 2 of finished trials");
    Files.writeString(file, "{\"sea");
    assertThat(search(60, 3, this::valley).file(file).grid(SPACE, 2).trials()).hasSize(3);
  }

  /** A clock that goes on by a minute with each training. */
  private final class Hours extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH.plus(Duration.ofMinutes(trainings.get()));
    }
  }

  @Test
  void time_endsTheTrialsBeforeTheFinals() {
    // 2 finalists and the incumbent on 2 splits are 6 minutes, which leaves 8 for trials
    TuningResult found =
        search(80, 3, this::valley)
            .clock(new Hours())
            .within(Duration.ofMinutes(14))
            .finals(2, 2)
            .random(SPACE, 30);
    assertThat(found.trials()).hasSize(8);
    assertThat(found.finalists()).hasSize(2);
    assertThat(found.notes())
        .anySatisfy(note -> assertThat(note).contains("the budget (PT14M) ended before 23 trials"));
    trainings.set(0);
    TuningResult cut =
        search(80, 3, this::valley)
            .clock(new Hours())
            .within(Duration.ofSeconds(150))
            .random(SPACE, 30);
    assertThat(cut.trials()).map(Trial::strategy).containsExactly("guess");
    assertThat(cut.verdict()).isEqualTo(SearchVerdict.UNTESTED);
    assertThat(cut.chosen()).isEqualTo("guess");
    assertThat(cut.toText()).contains("not compared with what you have: ");
  }

  /** Holds memory as long as it lives. */
  private record Heavy(Strategy inner, AtomicLong sizes) implements Strategy {
    @Override
    public String name() {
      return "heavy";
    }

    @Override
    public Scorer train(TrainingContext context) {
      byte[] held = new byte[64 << 20];
      Scorer scorer = inner.train(context);
      return new Scorer() {
        @Override
        public Strategy strategy() {
          sizes.addAndGet(held.length);
          return Heavy.this;
        }

        @Override
        public io.artrec.strategy.Scores score(
            io.artrec.strategy.Query query, io.artrec.strategy.Candidates candidates) {
          sizes.addAndGet(held[0]);
          return scorer.score(query, candidates);
        }

        @Override
        public void save(io.artrec.model.StateWriter out) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }

  @Test
  void memory_whatHoldsMoreIsNoCandidate() {
    AtomicLong sizes = new AtomicLong();
    Path kept = folder.resolve("heavy.jsonl");
    Function<String, Strategy> maker =
        text -> text.contains("=") ? new Heavy(valley(text), sizes) : valley(text);
    TuningResult found = search(80, 3, maker).memory(32 << 20).file(kept).grid(SPACE, 3);
    assertThat(found.trials().get(0).value()).isPresent();
    assertThat(found.trials().subList(1, 4))
        .allSatisfy(
            trial ->
                assertThat(trial.failure().orElseThrow())
                    .contains("above the memory budget of 33,554,432"));
    assertThat(found.verdict()).isEqualTo(SearchVerdict.NO_BETTER);
    TuningResult without = search(80, 3, maker).file(kept).grid(SPACE, 3);
    assertThat(without.trials())
        .as("the file keeps what was measured, not what a budget made of it")
        .allSatisfy(trial -> assertThat(trial.value()).isPresent());
  }

  @Test
  void weightsOfHybrids_areTriedAndFound() {
    SearchSpace space = SearchSpace.weights("weighted(0.1 * popularity | 0.9 * random)");
    assertThat(space.incumbent()).isEqualTo("weighted(0.1 * popularity | 0.9 * random)");
    assertThat(space.grid(3))
        .containsExactly(
            "weighted(0.250 * popularity | 0.750 * random)",
            "weighted(0.500 * popularity | 0.500 * random)",
            "weighted(0.750 * popularity | 0.250 * random)");
    assertThat(SearchSpace.weights("mixed(a | b | c)").grid(2))
        .containsExactly(
            "mixed(0.250 * a | 0.250 * b | 0.500 * c)",
            "mixed(0.250 * a | 0.500 * b | 0.250 * c)",
            "mixed(0.500 * a | 0.250 * b | 0.250 * c)");
    SplittableRandom random = new SplittableRandom(1);
    for (int draw = 0; draw < 100; draw++) {
      String text = space.draw(random);
      double first = Double.parseDouble(text.substring(9, 14));
      double second = Double.parseDouble(text.substring(text.indexOf("| ") + 2).substring(0, 5));
      assertThat(first + second).as(text).isCloseTo(1, within(.0021));
    }
    TuningResult found = search(100, 2, StrategyParser.core()::parse).finals(1, 2).random(space, 4);
    assertThat(found.verdict()).as(found.toText()).isEqualTo(SearchVerdict.BETTER);
    assertThat(found.chosen())
        .matches("weighted\\(0\\.[3-9]\\d\\d \\* popularity \\| 0.* random\\)");
    assertThatThrownBy(() -> SearchSpace.weights("weighted(popularity)"))
        .hasMessage("hybrid 'weighted(popularity)' has one part, expected two or more to weigh");
    assertThatThrownBy(() -> SearchSpace.weights("ease"))
        .hasMessage("'ease' is no hybrid, expected parts as in weighted(a | b)");
    assertThatThrownBy(() -> space.choice("k", 1)).hasMessageContaining("'k' is no weight");
  }

  @Test
  void metricsWithoutValuesByVisitor_areRefused() {
    assertThatThrownBy(() -> search(9, 1, this::noise).metric("r-squared"))
        .hasMessage(
            "metric 'r-squared' has no values by visitor, which tests need; expected one that has,"
                + " as ndcg@10 or mae, or rmse, which is tested by mse");
    assertThat(search(9, 1, this::noise).metric("rmse")).isNotNull();
    assertThatThrownBy(() -> search(9, 1, this::noise).within(Duration.ZERO))
        .hasMessage("time is PT0S, expected above 0");
    assertThatThrownBy(() -> search(9, 1, this::noise).memory(0))
        .hasMessage("memory is 0 bytes, expected 1 or more");
    assertThatThrownBy(() -> search(9, 1, this::noise).level(1))
        .hasMessage("level is 1.0, expected between 0 and 1");
    assertThatThrownBy(() -> search(9, 1, this::noise).finals(0, 1))
        .hasMessage("0 finalists on 1 splits, expected 1 or more of both");
  }
}
