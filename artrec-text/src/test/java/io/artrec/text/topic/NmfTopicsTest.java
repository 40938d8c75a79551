package io.artrec.text.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.model.StateReader;
import io.artrec.text.analysis.TextAnalysis;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NmfTopicsTest {
  @Nested
  class KullbackLeibler extends TopicLearnerContract {
    @Override
    TopicLearner learner(TopicSettings settings) {
      return NmfTopics.of(settings).loss(NmfLoss.KULLBACK_LEIBLER);
    }

    @Override
    TopicModel read(StateReader in, TextAnalysis analysis) {
      return NmfTopics.read(in, analysis);
    }
  }

  @Nested
  class Frobenius extends TopicLearnerContract {
    @Override
    TopicLearner learner(TopicSettings settings) {
      return NmfTopics.of(settings);
    }

    @Override
    TopicModel read(StateReader in, TextAnalysis analysis) {
      return NmfTopics.read(in, analysis);
    }
  }

  /** w = 4, h = [1, 1], x = [1, 3]: y = [4, 4], so w ← 4 · (1/4 + 3/4) / 2 = 2. */
  @Test
  void multiplicativeStep_byHand() {
    NmfRow row = new NmfRow(1);
    row.load(new double[] {4}, 0);
    double divergence =
        row.multiply(
            new int[] {0, 1},
            new double[] {1, 3},
            0,
            2,
            new double[] {1, 1},
            new double[] {2},
            true);
    assertThat(row.values()[0]).isCloseTo(4 * (1 / 4.0 + 3 / 4.0) / 2, within(1e-12));
    assertThat(divergence)
        .isCloseTo(Math.log(1 / 4.0) - 1 + 4 + 3 * Math.log(3 / 4.0) - 3 + 4, within(1e-12));
  }

  /** Least squares of x = [1, 3] on the rows of H by hand: unconstrained where it is positive. */
  @Test
  void leastSquaresStep_byHand() {
    double[] h = {1, 0, 0, 2};
    NmfRow row = new NmfRow(2);
    row.load(new double[] {9, 9}, 0);
    double lost =
        row.leastSquares(
            new int[] {0, 1}, new double[] {1, 3}, 0, 2, h, NmfFactors.gram(h, 2), true);
    assertThat(lost).isCloseTo(64 + 225, within(1e-9));
    assertThat(row.values()).containsExactly(new double[] {1, 1.5}, within(1e-12));
  }
}
