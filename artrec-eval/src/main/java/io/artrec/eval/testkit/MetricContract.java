package io.artrec.eval.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.Measurements;
import io.artrec.eval.metric.Metric;
import io.artrec.eval.metric.Needs;
import io.artrec.eval.metric.Outcomes;
import io.artrec.eval.metric.TestSet;
import io.artrec.eval.metric.TrainingFacts;
import io.artrec.eval.metric.UserMetric;
import io.artrec.eval.metric.UserOutcome;
import io.artrec.eval.metric.UserValues;
import io.artrec.feature.FeatureStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Metric} must do: say what it needs, give a finite number or none for whatever
 * recommenders answer, the same every time and on any number of threads, and count visitors by
 * finite weights.
 */
public abstract class MetricContract {
  private static final int THREADS = 4;
  private static final int WORKS = 40;
  private static final int USERS = 30;
  private static final int TESTED = 8;
  private static final int CANDIDATES = 100;
  private static final PreferenceModel MODEL = PreferenceModel.standard();

  /** For subclasses. */
  protected MetricContract() {}

  /** {@return what is tested} */
  protected abstract Metric metric();

  /**
   * Tells whether answers that begin with what visitors like must not measure worse than the same
   * answers turned round.
   *
   * @return false unless overridden
   */
  protected boolean rewardsLiked() {
    return false;
  }

  /**
   * Returns the works.
   *
   * @return forty by eight artists unless overridden
   */
  protected Catalog catalog() {
    return Catalog.of(
        IntStream.range(0, WORKS)
            .mapToObj(
                work ->
                    Artwork.builder("w" + work, "Work " + work)
                        .artist("artist " + work % 8)
                        .genre("genre " + work % 3)
                        .build())
            .toList());
  }

  /**
   * Returns the works' features.
   *
   * @return none unless overridden; with every feature that the metric needs
   */
  protected FeatureStore features() {
    return FeatureStore.empty(catalog().size());
  }

  /** How answers are made of what visitors did. */
  private enum Answers {
    NONE,
    ANY,
    LIKED_FIRST,
    LIKED_LAST
  }

  private Outcomes outcomes(Answers answers, int users) {
    Catalog catalog = catalog();
    Random random = new Random(1);
    Interactions.Builder tested = Interactions.builder();
    Interactions.Builder learned = Interactions.builder();
    for (int user = 0; user < users; user++) {
      List<Integer> works = shuffled(catalog.size(), random);
      for (int i = 0; i < TESTED; i++) {
        double rating = user == 0 ? 1 : 1 + random.nextInt(5);
        tested.add(Interaction.rating("u" + user, catalog.get(works.get(i)).id(), rating));
        learned.add(Interaction.rating("u" + user, catalog.get(works.get(TESTED + i)).id(), 5));
      }
    }
    TestSet test = TestSet.of(catalog, tested.build(), MODEL, 0);
    TrainingFacts training = TrainingFacts.of(Dataset.of(catalog, learned.build()), features());
    Outcomes.Builder builder = Outcomes.builder(test, training, metric().needs());
    SplittableRandom chance = new SplittableRandom(2);
    for (int user = 0; user < test.userCount() && answers != Answers.NONE; user++) {
      answer(builder, test, user, answers, chance);
    }
    return builder.build();
  }

  private static List<Integer> shuffled(int size, Random random) {
    List<Integer> works = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(works, random);
    return works;
  }

  private void answer(
      Outcomes.Builder builder, TestSet test, int user, Answers answers, SplittableRandom chance) {
    Needs needs = metric().needs();
    Set<Integer> liked = new HashSet<>();
    for (int position = test.begin(user); position < test.end(user); position++) {
      if (test.isRelevant(position)) {
        liked.add(test.work(position));
      }
      double kind = answers == Answers.LIKED_FIRST ? 1 : answers == Answers.LIKED_LAST ? -1 : 0;
      double score = kind * test.rating(position).orElseThrow() + 0.1 * chance.nextDouble();
      if (needs.predictions() && (kind != 0 || chance.nextInt(4) > 0)) {
        builder.prediction(position, score);
      }
      if (needs.ranks() && test.isRelevant(position)) {
        builder.rank(position, kind > 0 ? 0 : kind < 0 ? CANDIDATES - 1 : chance.nextInt(50), 1);
      }
    }
    if (needs.ranks()) {
      builder.others(user, CANDIDATES);
    }
    List<Integer> works = shuffled(test.catalog().size(), new Random(user));
    if (answers == Answers.LIKED_FIRST || answers == Answers.LIKED_LAST) {
      works.sort((one, other) -> Boolean.compare(liked.contains(other), liked.contains(one)));
      if (answers == Answers.LIKED_LAST) {
        Collections.reverse(works);
      }
    }
    builder.list(user, works.stream().mapToInt(Integer::intValue).toArray());
  }

  @Test
  void whatItSaysOfItself_isStable() {
    Metric metric = metric();
    assertThat(metric.name()).isNotBlank().isEqualTo(metric.name()).isEqualTo(metric().name());
    assertThat(metric.needs()).isNotNull().isEqualTo(metric.needs());
    assertThat(metric.direction()).isNotNull().isEqualTo(metric.direction());
  }

  @Test
  void values_areFinite_orThereAreNone_whateverIsAnswered() {
    for (Answers answers : Answers.values()) {
      for (int users : new int[] {0, 1, USERS}) {
        Measurement measured = measured(outcomes(answers, users), 1);
        assertThat(measured.value().stream().allMatch(Double::isFinite))
            .as("%s of %d visitors", answers, users)
            .isTrue();
      }
    }
    assertThat(measured(outcomes(Answers.ANY, USERS), 1).value()).isPresent();
  }

  private Measurement measured(Outcomes outcomes, int threads) {
    try {
      return Measurements.of(outcomes, List.of(metric()), threads).get(0);
    } catch (IllegalStateException notFinite) {
      throw new AssertionError(notFinite.getMessage(), notFinite);
    }
  }

  @Test
  void values_areTheSameEveryTime_andOnAnyNumberOfThreads() {
    Outcomes outcomes = outcomes(Answers.ANY, USERS);
    Measurement once = measured(outcomes, 1);
    for (int threads : new int[] {1, THREADS}) {
      Measurement again = measured(outcomes, threads);
      assertThat(again.value()).isEqualTo(once.value());
      assertThat(again.users().map(UserValues::values).map(Arrays::toString))
          .isEqualTo(once.users().map(UserValues::values).map(Arrays::toString));
    }
  }

  @Test
  void visitors_areMeasuredByThemselves_inAnyOrder() {
    if (!(metric() instanceof UserMetric metric)) {
      return;
    }
    Outcomes outcomes = outcomes(Answers.ANY, USERS);
    List<OptionalDouble> forwards = new ArrayList<>();
    List<OptionalDouble> backwards = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      UserOutcome outcome = outcomes.user(user);
      forwards.add(metric.of(outcome));
      backwards.add(0, metric.of(outcomes.user(USERS - 1 - user)));
      assertThat(metric.weight(outcome)).isGreaterThanOrEqualTo(0).isFinite();
    }
    assertThat(backwards).isEqualTo(forwards);
  }

  @Test
  void answersThatBeginWithWhatIsLiked_areNotWorse() {
    if (!rewardsLiked()) {
      return;
    }
    Optional<Double> better = value(Answers.LIKED_FIRST);
    Optional<Double> worse = value(Answers.LIKED_LAST);
    assertThat(better).isPresent();
    assertThat(worse).isPresent();
    double gain = better.get() - worse.get();
    switch (metric().direction()) {
      case HIGHER -> assertThat(gain).isPositive();
      case LOWER -> assertThat(gain).isNegative();
      case NEITHER -> throw new AssertionError(metric().name() + " has no direction");
    }
  }

  private Optional<Double> value(Answers answers) {
    return measured(outcomes(answers, USERS), 1).value().stream().boxed().findFirst();
  }
}
