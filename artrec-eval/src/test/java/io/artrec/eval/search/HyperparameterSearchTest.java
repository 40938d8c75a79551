package io.artrec.eval.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.eval.experiment.Experiment;
import io.artrec.eval.metric.Metric.Direction;
import io.artrec.eval.split.Split;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.StrategyParser;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperparameterSearchTest {
  private static final int SIZE = 20;

  /** Everybody likes works that others like, so that popularity is better than chance. */
  private static Interactions behavior() {
    SplittableRandom random = new SplittableRandom(3);
    List<Interaction> events = new ArrayList<>();
    for (int visitor = 0; visitor < 40; visitor++) {
      for (int work = 0; work < SIZE; work++) {
        if (random.nextDouble() < 0.9 / (1 + work * 0.4)) {
          events.add(Interaction.favorite("v" + visitor, "w" + work));
        }
      }
    }
    return Interactions.of(events);
  }

  /** {@code mix:popular=true} is popularity, {@code popular=false} chance. */
  private static Strategy make(String text) {
    return text.contains("popular=true") ? Popularity.allTime() : RandomOrder.seeded();
  }

  private static HyperparameterSearch search() {
    Interactions all = behavior();
    Catalog works = Experiment.catalogOf(List.of(all));
    return HyperparameterSearch.of(works, all, HyperparameterSearchTest::make)
        .metric("ndcg@5")
        .threads(1);
  }

  private static final SearchSpace SPACE =
      SearchSpace.of("mix").choice("popular", false, true).wholeRange("n", 1, 9);

  @Test
  void grid_triesEveryCombinationAndFindsTheBest() {
    TuningResult found = search().grid(SPACE, 3);
    assertThat(found.trials())
        .map(Trial::strategy)
        .containsExactly(
            "mix",
            "mix:popular=false,n=1",
            "mix:popular=false,n=5",
            "mix:popular=false,n=9",
            "mix:popular=true,n=1",
            "mix:popular=true,n=5",
            "mix:popular=true,n=9");
    assertThat(found.best().strategy()).isEqualTo("mix:popular=true,n=1");
    assertThat(found.direction()).isEqualTo(Direction.HIGHER);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void random_sameSeedSameTrials(long seed) {
    TuningResult found = search().seed(seed).random(SPACE, 6);
    assertThat(search().seed(seed).threads(2).random(SPACE, 6).trials())
        .map(Trial::strategy, Trial::value)
        .isEqualTo(
            found.trials().stream()
                .map(t -> org.assertj.core.groups.Tuple.tuple(t.strategy(), t.value()))
                .toList());
    assertThat(found.trials()).hasSize(7);
    assertThat(found.best().strategy()).contains("popular=true");
  }

  @Test
  void random_smallSpaceIsTriedWhole() {
    assertThat(search().random(SearchSpace.of("mix").choice("popular", true, false), 10).trials())
        .hasSize(3);
  }

  @Test
  void successiveHalving_bettersGoOnWithMoreEvents() {
    TuningResult found = search().successiveHalving(SPACE, 9, 3);
    assertThat(found.trials()).hasSize(10 + 4 + 2);
    assertThat(found.trials().subList(0, 10))
        .allSatisfy(t -> assertThat(t.share()).isEqualTo(1 / 9.0));
    assertThat(found.trials().subList(10, 14))
        .allSatisfy(t -> assertThat(t.share()).isEqualTo(1 / 3.0));
    for (int first : new int[] {0, 10, 14}) {
      assertThat(found.trials().get(first).strategy()).as("the incumbent").isEqualTo("mix");
    }
    assertThat(found.trials().get(15).share()).isEqualTo(1);
    assertThat(found.best()).isEqualTo(found.trials().get(15));
    assertThat(found.best().strategy()).contains("popular=true");
  }

  /** Remembers every work it has learned from. */
  private record Spying(Set<String> pairs) implements Strategy {
    @Override
    public String name() {
      return "spying";
    }

    @Override
    public Scorer train(TrainingContext context) {
      for (int user = 0; user < context.dataset().userCount(); user++) {
        for (int p = context.dataset().begin(user); p < context.dataset().end(user); p++) {
          pairs.add(
              context.dataset().userId(user)
                  + " "
                  + context.catalog().get(context.dataset().artwork(p)).id());
        }
      }
      return Popularity.allTime().train(context);
    }
  }

  @Test
  void testPart_isNeverLookedAt() {
    Interactions all = behavior();
    Interactions training = all.filter(row -> row % 3 != 0);
    Interactions test = all.filter(row -> row % 3 == 0);
    Set<String> seen = new TreeSet<>();
    TuningResult found =
        HyperparameterSearch.of(new Split("given", 0, training, test, 0), text -> new Spying(seen))
            .metric("recall@5")
            .validation("k-fold:folds=2")
            .grid(SearchSpace.of("spying"), 1);
    assertThat(found.best().value()).isPresent();
    assertThat(seen)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(
            IntStream.range(0, test.size())
                .mapToObj(row -> test.get(row).user() + " " + test.get(row).artwork())
                .toList());
  }

  @Test
  void space_drawsStayWithinAndReadBack() {
    SearchSpace space = SearchSpace.of("popularity").choice("halfLife", "P1D", "P30D");
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20; i++) {
      assertThat(StrategyParser.core().parse(space.draw(random))).isNotNull();
    }
    SearchSpace numbers =
        SearchSpace.of("x").logRange("l", 0.001, 10).range("r", -1, 1).wholeRange("w", 3, 5);
    for (int i = 0; i < 200; i++) {
      String[] parts = numbers.draw(random).substring(2).split("[=,]", -1);
      assertThat(Double.parseDouble(parts[1])).isBetween(0.001, 10.0);
      assertThat(Double.parseDouble(parts[3])).isBetween(-1.0, 1.0);
      assertThat(Integer.parseInt(parts[5])).isBetween(3, 5);
    }
    assertThat(SearchSpace.of("x").logRange("l", 0.01, 100).grid(3))
        .containsExactly("x:l=0.01", "x:l=1", "x:l=100");
  }

  @Test
  void badInput_saysWhatIsExpected() {
    assertThatThrownBy(() -> SearchSpace.of("ease:regularization=1"))
        .hasMessage(
            "strategy is 'ease:regularization=1', expected a name without hyper-parameters");
    assertThatThrownBy(() -> SearchSpace.of("x").range("r", 2, 1))
        .hasMessage("'r' is 2.0 to 1.0, expected two finite numbers, the lower first");
    assertThatThrownBy(() -> SearchSpace.of("x").logRange("r", 0, 1))
        .hasMessage("'r' starts at 0.0, expected above 0 in a range by magnitude");
    assertThatThrownBy(() -> SearchSpace.of("x").choice("r"))
        .hasMessage("'r' has no values, expected one or more");
    assertThatThrownBy(() -> SearchSpace.of("x").choice("r", 1).choice("r", 2))
        .hasMessage("'r' is given twice, expected once");
    assertThatThrownBy(() -> search().random(SPACE, 0))
        .hasMessage("trials is 0, expected 1 or more");
    assertThatThrownBy(() -> search().successiveHalving(SPACE, 4, 1))
        .hasMessage("factor is 1, expected 2 or more");
    assertThatThrownBy(() -> search().metric("arp@10"))
        .hasMessage("metric 'arp@10' describes, expected one of which more or less is better");
    assertThatThrownBy(
            () ->
                new TuningResult(
                        new TuningResult.Goal("ndcg@10", Direction.HIGHER, .05),
                        List.of(new Trial("x", 1, Trial.Measured.failed("no luck"))),
                        List.of(),
                        List.of("x failed"))
                    .best())
        .hasMessage("no trial gave a value of ndcg@10: x failed");
  }

  @Test
  void whatATableProposes_isTried() {
    Hyperparameter<Integer> size =
        Hyperparameter.whole("size", 5, Range.atLeast(1).triedByMagnitude(2, 32));
    Hyperparameter<Double> rate = Hyperparameter.number("rate", 1, Range.above(0).tried(0.5, 1.5));
    Hyperparameter<Boolean> strict =
        Hyperparameter.yesNo("strict", true).tried(List.of(true, false));
    StrategyMethod<RandomOrder> method =
        StrategyMethod.of(
            Hyperparameters.of("mine", size, rate, strict, Hyperparameter.yesNo("left", true)),
            values -> RandomOrder.seeded(),
            (in, context, strategy) -> strategy.train(context));
    SearchSpace space = SearchSpace.proposed(method);

    assertThat(space.only("size").grid(5))
        .containsExactly(
            "mine:size=2", "mine:size=4", "mine:size=8", "mine:size=16", "mine:size=32");
    assertThat(space.only("rate", "strict").grid(2))
        .containsExactly(
            "mine:rate=0.5,strict=true",
            "mine:rate=0.5,strict=false",
            "mine:rate=1.5,strict=true",
            "mine:rate=1.5,strict=false");
    SplittableRandom random = new SplittableRandom(3);
    int small = 0;
    for (int draw = 0; draw < 1000; draw++) {
      String text = space.draw(random);
      assertThat(text).matches("mine:size=\\d+,rate=[01](\\.\\d+)?,strict=(true|false)");
      int drawn = Integer.parseInt(text.substring("mine:size=".length(), text.indexOf(',')));
      assertThat(drawn).isBetween(2, 32);
      small += drawn < 8 ? 1 : 0;
    }
    assertThat(small).as("a half by magnitude").isBetween(400, 600);
    assertThatThrownBy(() -> space.only("left"))
        .hasMessage("'left' is not tried, expected some of size, rate, strict");
  }
}
