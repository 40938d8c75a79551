package io.artrec.classification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxRegressionTest {
  /** One dimension, the points 1 and -1, each class once: the minimum solves λw = 1/(1+e^2w). */
  @Test
  void minimum_workedByHand() {
    float[][] rows = {{1}, {-1}};
    double lambda = 0.1;
    double[] weights = SoftmaxRegression.standard().penalty(lambda).fit(rows, new int[] {0, 1}, 2);
    double w = weights[0];
    assertThat(weights[2]).isEqualTo(-w, within(1e-6));
    double other = 1 / (1 + Math.exp(2 * w));
    assertThat(lambda * w).as("gradient is zero").isEqualTo(other, within(1e-6));
    assertThat(weights[1]).isEqualTo(weights[3], within(1e-6));
  }

  /** scikit-learn 1.2.1, LogisticRegression(C=1/(60·0.01), solver=saga, tol=1e-10, multinomial). */
  @Test
  void weights_areThoseOfScikitLearn() {
    float[][] rows = Waves.training();
    int[] targets = Waves.targets(60);
    double[] weights = SoftmaxRegression.standard().penalty(0.01).fit(rows, targets, 3);
    double[][] expected = {
      {0.738441, 0.204385, 0.767148, -0.770937, 0.31379},
      {-0.090652, -0.447887, -2.349123, 0.062838, -0.35565},
      {-0.647789, 0.243502, 1.581975, 0.708099, 0.04186}
    };
    double bias = (weights[4] + weights[9] + weights[14]) / 3;
    for (int c = 0; c < 3; c++) {
      for (int d = 0; d < 5; d++) {
        double found = weights[5 * c + d] - (d == 4 ? bias : 0);
        assertThat(found).isEqualTo(expected[c][d], within(1e-4));
      }
    }
    double loss = 0;
    for (int i = 0; i < 60; i++) {
      double[] p = SoftmaxRegression.probabilities(weights, 3, rows[i]);
      loss -= Math.log(p[targets[i]]) / 60;
    }
    assertThat(loss).isEqualTo(0.30030051404317576, within(1e-6));
  }

  /** The same with sample_weight 2 for the first class. */
  @Test
  void weightedRows_areThoseOfScikitLearn() {
    int[] targets = Waves.targets(60);
    double[] ofRows = new double[60];
    for (int i = 0; i < 60; i++) {
      ofRows[i] = targets[i] == 0 ? 2 : 1;
    }
    double[] weights =
        SoftmaxRegression.standard()
            .penalty(0.01)
            .weights(ofRows)
            .fit(Waves.training(), targets, 3);
    double[] first = {weights[0], weights[1], weights[2], weights[3]};
    assertThat(first)
        .containsExactly(new double[] {0.652911, 0.187242, 0.822343, -0.759927}, within(1e-4));
  }

  /** A row of weight 2 is a row given twice. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void weights_countAsCopies(long seed) {
    Blobs data = Blobs.of(60, 3, seed);
    double[] weights = new double[60];
    float[][] rows = new float[80][];
    int[] targets = new int[80];
    for (int i = 0; i < 60; i++) {
      weights[i] = i < 20 ? 2 : 1;
      rows[i] = data.rows()[i];
      targets[i] = data.targets()[i];
      if (i < 20) {
        rows[60 + i] = rows[i];
        targets[60 + i] = targets[i];
      }
    }
    SoftmaxRegression settings = SoftmaxRegression.standard().penalty(0.01);
    double[] weighted = settings.weights(weights).fit(data.rows(), data.targets(), 3);
    double[] copied = settings.fit(rows, targets, 3);
    assertThat(weighted).containsExactly(copied, within(1e-4));
  }

  /** Rows without zeros, and the same rows with them, in blocks of other sizes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, 5000})
  void sparseRows_giveWhatDenseRowsGive(int size) {
    SparseData data = SparseData.of(size, 40, 7);
    SoftmaxRegression settings = SoftmaxRegression.standard().penalty(0.01);
    double[] sparse = settings.threads(3).fit(data.sparse(), data.targets(), 3);
    assertThat(sparse)
        .containsExactly(settings.fit(data.dense(), data.targets(), 3), within(1e-5))
        .isEqualTo(settings.fit(data.sparse(), data.targets(), 3));
  }

  @Test
  void softmax_workedByHand() {
    assertThat(SoftmaxRegression.softmax(new double[] {0, Math.log(3)}))
        .containsExactly(new double[] {0.25, 0.75}, within(1e-15));
    assertThat(SoftmaxRegression.softmax(new double[] {-2000, 1000}))
        .containsExactly(new double[] {0, 1});
  }

  @Test
  void threads_changeNothing() {
    Blobs data = Blobs.of(700, 3, 5);
    SoftmaxRegression settings = SoftmaxRegression.standard().penalty(0.001);
    assertThat(settings.threads(3).fit(data.rows(), data.targets(), 3))
        .isEqualTo(settings.fit(data.rows(), data.targets(), 3));
  }

  @Test
  void cancelled_stops() {
    Cancellation token = new Cancellation();
    token.cancel();
    assertThatThrownBy(
            () ->
                SoftmaxRegression.standard()
                    .cancellation(token)
                    .fit(new float[][] {{1}, {2}}, new int[] {0, 1}, 2))
        .isInstanceOf(CancelledException.class)
        .hasMessage("cancelled while fitting a logistic regression; nothing was changed");
  }

  @Test
  void unfitValues_areRefused() {
    SoftmaxRegression settings = SoftmaxRegression.standard();
    assertThatThrownBy(() -> settings.penalty(-1))
        .hasMessage("penalty is -1.0, expected a finite number from 0");
    assertThatThrownBy(() -> settings.threads(0)).hasMessage("threads is 0, expected 1 or more");
    assertThatThrownBy(() -> settings.weights(new double[] {0, 0}))
        .hasMessage("weights of rows add up to 0, expected more");
    assertThatThrownBy(() -> settings.weights(new double[] {Double.NaN}))
        .hasMessage("weight of a row is NaN, expected a finite number from 0");
    assertThatThrownBy(() -> settings.fit(new float[][] {{1}}, new int[0], 2))
        .hasMessage(
            "1 rows, 0 targets and 0 weights; expected one row or more, as many targets, and as"
                + " many weights or none");
  }
}
