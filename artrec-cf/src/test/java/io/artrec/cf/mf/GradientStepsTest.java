package io.artrec.cf.mf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.cf.Behavior;
import io.artrec.cf.data.internal.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** One rating's step is the rate times the falling gradient, by finite differences. */
class GradientStepsTest {
  private static final double RATE = 1e-3;
  private static final int FACTORS = 3;

  /** One visitor with three works, who rated the second 0.7. */
  private static RatingData data() {
    SparseMatrix rated = new SparseMatrix(3, new int[] {0, 1}, new int[] {1}, new float[] {0.7f});
    SparseMatrix acted =
        new SparseMatrix(3, new int[] {0, 3}, new int[] {0, 1, 2}, new float[] {1, 1, 1});
    return new RatingData(rated, acted, 0, 1);
  }

  /** Copies of all that is learned, the visitor first. */
  private static List<double[]> state(
      float[] userBiases, float[] userVectors, RatingFactors model) {
    List<double[]> state = new ArrayList<>();
    for (float[] part :
        List.of(userBiases, userVectors, model.biases(), model.vectors(), model.implied())) {
      double[] wide = new double[part.length];
      for (int k = 0; k < wide.length; k++) {
        wide[k] = part[k];
      }
      state.add(wide);
    }
    return state;
  }

  private static void assertStep(
      List<double[]> before, List<double[]> after, ToDoubleFunction<List<double[]>> objective) {
    for (int part = 0; part < before.size(); part++) {
      double[] values = before.get(part);
      for (int k = 0; k < values.length; k++) {
        double kept = values[k];
        values[k] = kept + 1e-5;
        double up = objective.applyAsDouble(before);
        values[k] = kept - 1e-5;
        double down = objective.applyAsDouble(before);
        values[k] = kept;
        assertThat((after.get(part)[k] - kept) / RATE)
            .as("part %d, number %d", part, k)
            .isEqualTo((down - up) / 2e-5, within(1e-3));
      }
    }
  }

  private static double square(double[] values, int from, int to) {
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += values[k] * values[k];
    }
    return sum;
  }

  private static double objective(List<double[]> state, double ofFactors, double ofImplied) {
    double[] implied = state.get(4);
    double error = 0.7 - state.get(0)[0] - state.get(2)[1];
    for (int j = 0; j < FACTORS; j++) {
      double user = state.get(1)[j];
      for (int k = j; k < implied.length; k += FACTORS) {
        user += implied[k] / Math.sqrt(3);
      }
      error -= user * state.get(3)[FACTORS + j];
    }
    double biases = 0.25 * (square(state.get(0), 0, 1) + square(state.get(2), 1, 2));
    double vectors = square(state.get(1), 0, FACTORS) + square(state.get(3), FACTORS, 2 * FACTORS);
    return 0.5
        * (error * error
            + biases
            + ofFactors * vectors
            + ofImplied * square(implied, 0, implied.length));
  }

  @Test
  void svdPlusPlus_stepsDown() {
    SvdPlusPlus strategy =
        SvdPlusPlus.factors(FACTORS)
            .learningRate(RATE)
            .regularization(0.3)
            .biasRegularization(0.15)
            .impliedRegularization(0.2)
            .shrinkage(0.1);
    SvdPlusPlusSgd learner = new SvdPlusPlusSgd(Behavior.of(0).context(), strategy, data());
    List<double[]> before = state(learner.userBiases, learner.userVectors, learner.factors());
    learner.learn(0);
    List<double[]> after = state(learner.userBiases, learner.userVectors, learner.factors());
    assertStep(before, after, state -> objective(state, 0.4, 0.2));
  }

  @Test
  void biasedMf_stepsDown() {
    BiasedMf strategy =
        BiasedMf.factors(FACTORS)
            .learningRate(RATE)
            .regularization(0.3)
            .biasRegularization(0.15)
            .shrinkage(0.1);
    BiasedMfSgd learner = new BiasedMfSgd(Behavior.of(0).context(), strategy, data());
    List<double[]> before = state(learner.userBiases, learner.userVectors, learner.factors());
    learner.learn(0);
    List<double[]> after = state(learner.userBiases, learner.userVectors, learner.factors());
    assertStep(before, after, state -> objective(state, 0.4, 0));
  }
}
