package io.artrec.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeatureMatrixChangeTest {
  private static final int DIMENSIONS = 5;

  private static float[] row(long seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] row = new float[length];
    for (int d = 0; d < DIMENSIONS; d++) {
      row[d] = (float) random.nextDouble(-1, 1);
    }
    return row;
  }

  private static FeatureMatrix matrix(int size, int length, int changedFrom) {
    FeatureMatrix.Builder rows = FeatureMatrix.builder(size, length);
    for (int i = 0; i < size; i++) {
      if (i % 7 != 3) {
        rows.set(i, row(i >= changedFrom ? -i : i, length));
      }
    }
    return rows.build();
  }

  @Test
  void changedMatrix_equalsOneBuiltSo_withItsNorms() {
    for (int size : new int[] {0, 1, 1023, 1024, 1025, 3000}) {
      for (int more : new int[] {0, 1, 1023, 2100}) {
        for (int longer : new int[] {0, 2}) {
          FeatureMatrix before = matrix(size, DIMENSIONS, Integer.MAX_VALUE);
          float[] norms = before.inverseNorms().clone();
          int changedFrom = Math.max(0, size - 5);
          Map<Integer, Optional<float[]>> rows = new HashMap<>();
          for (int i = changedFrom; i < size + more; i++) {
            rows.put(i, i % 7 == 3 ? Optional.empty() : Optional.of(row(-i, DIMENSIONS + longer)));
          }
          FeatureMatrix after = before.with(size + more, DIMENSIONS + longer, rows);
          FeatureMatrix built = matrix(size + more, DIMENSIONS + longer, changedFrom);
          assertThat(after).isEqualTo(built);
          assertThat(after.presentCount()).isEqualTo(built.presentCount());
          assertThat(after.inverseNorms()).isEqualTo(built.inverseNorms());
          assertThat(before.inverseNorms()).as("the former stays as it is").isEqualTo(norms);
          assertThat(before).isEqualTo(matrix(size, DIMENSIONS, Integer.MAX_VALUE));
        }
      }
    }
  }

  @Test
  void fewerRows_areTheFirst() {
    FeatureMatrix whole = matrix(2100, DIMENSIONS, Integer.MAX_VALUE);
    for (int count : new int[] {0, 1, 1024, 1500, 2100}) {
      assertThat(whole.with(count, DIMENSIONS, Map.of()))
          .isEqualTo(matrix(count, DIMENSIONS, Integer.MAX_VALUE));
    }
  }

  @Test
  void rowThatGoes_isMissingAndZero() {
    FeatureMatrix gone =
        matrix(10, DIMENSIONS, 99).with(10, DIMENSIONS, Map.of(1, Optional.empty()));
    assertThat(gone.row(1)).isEmpty();
    assertThat(gone.block(0)[0][1]).isZero();
    assertThat(gone.inverseNorms()[1]).isZero();
  }

  @Test
  void whatDoesNotFit_isRefused() {
    FeatureMatrix matrix = matrix(10, DIMENSIONS, 99);
    assertThatThrownBy(() -> matrix.with(10, DIMENSIONS - 1, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 0 or more of 5 or more");
    assertThatThrownBy(
            () -> matrix.with(10, DIMENSIONS, Map.of(3, Optional.of(new float[DIMENSIONS + 1]))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dimension 6, expected 5");
    assertThatThrownBy(
            () -> matrix.with(10, DIMENSIONS, Map.of(10, Optional.of(new float[DIMENSIONS]))))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
