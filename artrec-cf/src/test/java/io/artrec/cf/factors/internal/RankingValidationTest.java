package io.artrec.cf.factors.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.cf.Behavior;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingValidationTest {
  private static final TrainingContext CONTEXT = Behavior.of(5).context();

  private static SparseMatrix row(int columns, int... indices) {
    float[] ones = new float[indices.length];
    Arrays.fill(ones, 1);
    return new SparseMatrix(columns, new int[] {0, indices.length}, indices, ones);
  }

  private static double ndcg(SparseMatrix kept, SparseMatrix held, double... given) {
    return new RankingValidation(kept, held)
        .ndcg(
            CONTEXT,
            "testing",
            (user, known, scores) -> System.arraycopy(given, 0, scores, 0, given.length));
  }

  @Test
  void smallRankings_byHand() {
    double second = Math.log(2) / Math.log(3);
    assertThat(ndcg(row(4, 0), row(4, 1), 9, 3, 2, 1)).isEqualTo(1, within(1e-12));
    assertThat(ndcg(row(4, 0), row(4, 2), 9, 3, 2, 1)).isEqualTo(second, within(1e-12));
    assertThat(ndcg(row(4, 0), row(4, 1, 3), 9, 3, 2, 1))
        .isEqualTo((1 + 0.5) / (1 + second), within(1e-12));
    assertThat(ndcg(row(4, 0), row(4, 1), 9, 3, 3, 1)).as("ties").isEqualTo(second, within(1e-12));
    double none = Double.NEGATIVE_INFINITY;
    assertThat(ndcg(row(4, 0), row(4, 1), none, none, none, none)).isEqualTo(0.5, within(1e-12));
    assertThat(ndcg(row(4, 0), row(4), 9, 3, 2, 1)).as("nothing is held").isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void slice_keepsSomethingLikedAndLosesNothing(long seed) {
    Behavior world = Behavior.random(300, 20, 0.1, seed);
    SparseMatrix all = FeedbackEntries.matrix(Feedback.POSITIVE, world.context());
    RankingValidation slice = RankingValidation.of(all, 0.5, seed);
    assertThat(slice.held().size()).isBetween(all.size() / 4, all.size() / 2);
    assertThat(slice.held().size() + slice.kept().size()).isEqualTo(all.size());
    for (int user = 0; user < all.rows(); user++) {
      assertThat(slice.kept().length(user)).isPositive();
      for (int work : slice.held().row(user).indices()) {
        assertThat(all.row(user).contains(work)).isTrue();
        assertThat(slice.kept().row(user).contains(work)).isFalse();
      }
    }
  }

  /** Ranks a visitor's own works well after so many epochs, and worse before and after. */
  private static RankingLearner bestAfter(int best, SparseMatrix truth) {
    return new RankingLearner() {
      private int learned;

      @Override
      public void learn(int epoch) {
        assertThat(epoch).isEqualTo(learned);
        learned++;
      }

      @Override
      public Ranking ranking() {
        double off = learned == best ? 0 : 1 + 0.2 * Math.abs(learned - best);
        return (user, known, scores) -> {
          for (int work = 0; work < scores.length; work++) {
            double noise = (work * 7919L + user * 104729L) % 1000 / 1000.0;
            scores[work] = (truth.row(user).contains(work) ? 1 : 0) + noise * off;
          }
        };
      }
    };
  }

  @Test
  void bestCount_isFound() {
    SparseMatrix all =
        FeedbackEntries.matrix(Feedback.POSITIVE, Behavior.random(80, 60, 0.1, 4).context());
    for (int best : new int[] {1, 2, 5, 12}) {
      assertThat(
              RankingValidation.bestCount(CONTEXT, "x", all, 12, 0.3, kept -> bestAfter(best, all)))
          .isEqualTo(best);
    }
  }

  @Test
  void withoutSlice_allEpochsAreTaken() {
    SparseMatrix all =
        FeedbackEntries.matrix(Feedback.POSITIVE, Behavior.random(80, 60, 0.1, 4).context());
    SparseMatrix few =
        FeedbackEntries.matrix(Feedback.POSITIVE, Behavior.random(4, 10, 0.3, 4).context());
    assertThat(RankingValidation.bestCount(CONTEXT, "x", all, 12, 0, kept -> bestAfter(2, all)))
        .isEqualTo(12);
    assertThat(RankingValidation.bestCount(CONTEXT, "x", few, 12, 0.3, kept -> bestAfter(2, all)))
        .as("too small a slice")
        .isEqualTo(12);
  }
}
