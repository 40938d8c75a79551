package io.artrec.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class FeatureMatrixTest {
  private static BitSet rows(int... rows) {
    BitSet set = new BitSet();
    for (int row : rows) {
      set.set(row);
    }
    return set;
  }

  @Test
  void blocks_areTheMatrixTheyWouldBeBuiltTo() {
    float[][] block = {{1, 0, 5}, {2, 0, 6}};
    FeatureMatrix matrix = FeatureMatrix.builder(3, 2).setBlock(0, block, rows(0, 2)).build();
    FeatureMatrix built =
        FeatureMatrix.builder(3, 2).set(0, new float[] {1, 2}).set(2, new float[] {5, 6}).build();
    assertThat(matrix).isEqualTo(built);
    assertThat(matrix.presentCount()).isEqualTo(2);
    assertThat(matrix.row(1)).isEmpty();
  }

  @Test
  void blocksThatDoNotFit_areRefused() {
    float[][] block = {{1, 0, 5}, {2, 0, 6}};
    assertRefused(3, 3, block, rows(0), "a block has 2 dimensions, expected 3");
    assertRefused(4, 2, block, rows(0), "a dimension of a block has 3 values, expected 4");
    assertRefused(3, 2, block, rows(0, 2, 3), "row 3 is there, expected rows 0 to 2 of the block");
    assertRefused(
        3, 2, block, rows(0), "value 5.0 at dimension 0, expected 0 in a missing row (row 2)");
    float[][] infinite = {{1, 0, 5}, {2, 0, Float.NEGATIVE_INFINITY}};
    assertRefused(
        3,
        2,
        infinite,
        rows(0, 2),
        "value -Infinity at dimension 1, expected a finite number (row");
    assertThatThrownBy(() -> FeatureMatrix.builder(3, 0))
        .hasMessageContaining("matrix of 3 × 0: expected 0 or more rows and 1 or more");
  }

  private static void assertRefused(
      int size, int dimensions, float[][] block, BitSet present, String message) {
    assertThatThrownBy(() -> FeatureMatrix.builder(size, dimensions).setBlock(0, block, present))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
