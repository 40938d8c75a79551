package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Workers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PopularityTest {
  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static TrainingContext context(Cancellation cancellation, Interaction... events) {
    Dataset dataset = Dataset.of(Gallery.works(3), Interactions.of(List.of(events)));
    return TrainingContext.of(dataset, FeatureStore.empty(3))
        .with(dataset, NOW.toEpochMilli())
        .workers(Workers.of(1).cancellation(cancellation));
  }

  private static double[] scores(Strategy strategy, Interaction... events) {
    Scorer scorer = strategy.train(context(new Cancellation(), events));
    return Gallery.scores(scorer, Gallery.visitor(), 3);
  }

  private static Interaction daysAgo(String user, String artwork, int days) {
    return Interaction.favorite(user, artwork).at(NOW.minus(Duration.ofDays(days)));
  }

  @Test
  void popularity_isTheLogarithmOfTheLikingOfAll() {
    double[] scores =
        scores(
            Popularity.allTime(),
            Interaction.favorite("u0", "w0"),
            Interaction.favorite("u1", "w0"),
            Interaction.dislike("u1", "w1"),
            Interaction.view("u2", "w1"));
    assertThat(scores)
        .containsExactly(new double[] {1, Math.log1p(0.1) / Math.log1p(2), Double.NaN}, ROUNDING);
  }

  @Test
  void contribution_countsTheVisitorsWhoAreForTheWork() {
    Scorer scorer =
        Popularity.allTime()
            .train(
                context(
                    new Cancellation(),
                    Interaction.favorite("u0", "w1"),
                    Interaction.view("u0", "w1"),
                    Interaction.favorite("u1", "w1")));
    assertThat(scorer.score(Gallery.visitor(), Candidates.of(1)).contributions(0))
        .containsExactly(new Contribution("popularity", new Cause.Popularity(2, false), 1));
  }

  @Test
  void halfLife_countsOldEventsLess() {
    double[] scores =
        scores(
            Popularity.halfLife(Duration.ofDays(10)),
            daysAgo("u0", "w0", 10),
            daysAgo("u1", "w0", 20),
            daysAgo("u2", "w1", 0));
    assertThat(scores)
        .containsExactly(new double[] {Math.log1p(0.75) / Math.log1p(1), 1, Double.NaN}, ROUNDING);
  }

  @Test
  void eventsAThousandHalfLivesOld_stillGiveFiniteScores() {
    for (int age = 900; age < 1200; age++) {
      double[] scores =
          scores(
              Popularity.halfLife(Duration.ofDays(1)),
              daysAgo("u0", "w0", age),
              daysAgo("u1", "w1", age + 1));
      assertThat(scores[0]).as("age %d", age).isIn(1.0, Double.NaN);
    }
  }

  @Test
  void withoutLikes_nothingIsScored() {
    assertThat(scores(Popularity.allTime())).containsOnly(Double.NaN);
    assertThat(scores(Popularity.allTime(), Interaction.dislike("u0", "w0")))
        .containsOnly(Double.NaN);
  }

  @Test
  void cancelledTraining_stops() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    TrainingContext context = context(cancellation, Interaction.favorite("u0", "w0"));
    org.assertj.core.api.Assertions.assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> Popularity.allTime().train(context))
        .withMessageContaining("training popularity");
  }

  @Test
  void badHalfLife_isRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Popularity.halfLife(Duration.ZERO))
        .withMessage("half-life is PT0S, expected one millisecond or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trending.halfLife(Duration.ofDays(-1)))
        .withMessageContaining("expected one millisecond or more");
  }

  @Test
  void trending_comparesNowWithTheLongRun() {
    double[] scores =
        scores(
            Trending.weekly(),
            daysAgo("u0", "w0", 3),
            daysAgo("u1", "w1", 10),
            daysAgo("u2", "w1", 10));
    double now = 1 * 2 / (1 + 1 / 8.0);
    double before = 1 * 2 / (1 + 2 * Math.pow(2, -1 / 8.0) / 8);
    assertThat(scores)
        .containsExactly(new double[] {1, Math.log1p(before) / Math.log1p(now), 0}, ROUNDING);
  }

  @Test
  void trending_leavesOutDislikesUndatedEventsAndTheFuture() {
    double[] scores =
        scores(
            Trending.weekly(),
            daysAgo("u0", "w0", 0),
            Interaction.favorite("u0", "w1"),
            Interaction.dislike("u1", "w1").at(NOW),
            daysAgo("u0", "w2", -1));
    assertThat(scores).containsExactly(1, 0, 0);
    assertThat(scores(Trending.weekly(), Interaction.favorite("u0", "w1")))
        .containsOnly(Double.NaN);
  }

  @Test
  void trendingByOldLikesBeforeANewDislike_staysFinite() {
    for (int age = 7000; age < 8000; age += 10) {
      double[] scores =
          scores(
              Trending.weekly(), daysAgo("u0", "w0", age), Interaction.dislike("u1", "w1").at(NOW));
      assertThat(scores[0]).as("age %d", age).isIn(1.0, Double.NaN);
    }
  }

  @Test
  void randomOrder_isEvenAndDecidedBySeedAndWork() {
    int size = 20_000;
    Scorer scorer = RandomOrder.seeded().train(Gallery.context(size));
    double[] scores = Gallery.scores(scorer, Gallery.visitor(), size);
    int[] tenths = new int[10];
    for (double score : scores) {
      assertThat(score).isGreaterThanOrEqualTo(0).isLessThan(1);
      tenths[(int) (10 * score)]++;
    }
    for (int count : tenths) {
      assertThat(count).isBetween(1850, 2150);
    }
    Query asked = Gallery.visitor();
    Query otherSeed = asked.toBuilder().seed(43).build();
    assertThat(Gallery.scores(scorer, otherSeed, size)).isNotEqualTo(scores);
    assertThat(scorer.score(asked, Candidates.of(7, 19_999)).value(1)).isEqualTo(scores[19_999]);
  }
}
