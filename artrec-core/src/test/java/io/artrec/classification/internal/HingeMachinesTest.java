package io.artrec.classification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code HingeSolverTest} has the minima by hand and those of scikit-learn. */
class HingeMachinesTest {
  @Test
  void ofTwoClasses_theSecondIsWhatTheFirstIsNot() {
    double[] w =
        HingeMachines.penalty(0.5).fit(new float[][] {{1, 0}, {0, 1}}, new int[] {0, 1}, 2);
    assertThat(w).hasSize(6);
    for (int d = 0; d < 3; d++) {
      assertThat(w[3 + d]).isEqualTo(-w[d]);
    }
    assertThat(w[0]).isPositive();
  }

  /** The minimum is one, whatever the order of rows and of additions. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, 300})
  void sparseRows_giveWhatDenseRowsGive(int size) {
    SparseData data = SparseData.of(size, 40, 11);
    HingeMachines settings = HingeMachines.penalty(0.05);
    double[] sparse = settings.fit(data.sparse(), data.targets(), 3);
    assertThat(sparse)
        .containsExactly(settings.fit(data.dense(), data.targets(), 3), within(1e-9))
        .isEqualTo(settings.threads(3).fit(data.sparse(), data.targets(), 3))
        .containsExactly(settings.seed(5).fit(data.sparse(), data.targets(), 3), within(1e-2));
  }

  @Test
  void rowOfWeightTwo_isARowGivenTwice() {
    float[][] rows = {{1, 0}, {0, 1}, {1, 1}};
    float[][] more = {{1, 0}, {0, 1}, {1, 1}, {1, 1}};
    HingeMachines settings = HingeMachines.penalty(0.1);
    double[] weighed = settings.weights(new double[] {1, 1, 2}).fit(rows, new int[] {0, 1, 2}, 3);
    assertThat(weighed)
        .containsExactly(settings.fit(more, new int[] {0, 1, 2, 2}, 3), within(1e-3));
  }

  @Test
  void cancelled_stops() {
    Cancellation token = new Cancellation();
    token.cancel();
    SparseData data = SparseData.of(10, 20, 1);
    assertThatThrownBy(
            () ->
                HingeMachines.penalty(1).cancellation(token).fit(data.sparse(), data.targets(), 3))
        .isInstanceOf(CancelledException.class)
        .hasMessageStartingWith("cancelled while fitting a linear SVM");
  }

  @Test
  void unfitValues_areRefused() {
    assertThatThrownBy(() -> HingeMachines.penalty(0))
        .hasMessage("penalty is 0.0, expected a finite number above 0");
    HingeMachines settings = HingeMachines.penalty(1);
    assertThatThrownBy(() -> settings.threads(0)).hasMessage("threads is 0, expected 1 or more");
    assertThatThrownBy(() -> settings.weights(new double[] {-1}))
        .hasMessage("weight of a row is -1.0, expected a finite number from 0");
    assertThatThrownBy(() -> settings.fit(new float[][] {{1}}, new int[0], 2))
        .hasMessage(
            "1 rows, 0 targets and 0 weights; expected one row or more, as many targets, and as"
                + " many weights or none");
  }

  @Test
  void targetsThatAreNoClass_areRefused() {
    float[][] rows = {{1}, {2}, {3}};
    assertThatThrownBy(() -> HingeMachines.penalty(1).fit(rows, new int[] {0, 1, 2}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("target of row 2 is 2, expected 0 to 1");
    assertThatThrownBy(() -> HingeMachines.penalty(1).fit(rows, new int[] {0, -1, 0}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("target of row 1 is -1, expected 0 to 1");
    assertThatThrownBy(() -> HingeMachines.penalty(1).fit(rows, new int[3], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("classes is 1, expected 2 or more");
  }
}
