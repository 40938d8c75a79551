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
    float[][][] blocks = {{{1, 0, 5}, {2, 0, 6}}};
    FeatureMatrix matrix = FeatureMatrix.ofBlocks(3, 2, blocks, rows(0, 2));
    FeatureMatrix built =
        FeatureMatrix.builder(3, 2).set(0, new float[] {1, 2}).set(2, new float[] {5, 6}).build();
    assertThat(matrix).isEqualTo(built);
    assertThat(matrix.presentCount()).isEqualTo(2);
    assertThat(matrix.row(1)).isEmpty();
    assertThat(FeatureMatrix.ofBlocks(0, 2, new float[0][][], rows()))
        .isEqualTo(FeatureMatrix.builder(0, 2).build());
  }

  @Test
  void blocksThatDoNotFit_areRefused() {
    float[][][] blocks = {{{1, 0, 5}, {2, 0, 6}}};
    assertRefused(3, 0, blocks, rows(0), "matrix of 3 × 0: expected 0 or more rows and 1 or more");
    assertRefused(3, 3, blocks, rows(0), "a block has 2 dimensions, expected 3");
    assertRefused(4, 2, blocks, rows(0), "a dimension of a block has 3 values, expected 4");
    assertRefused(2000, 2, blocks, rows(0), "1 blocks, the last row there is 0; expected 2 blocks");
    assertRefused(3, 2, blocks, rows(0, 2, 3), "the last row there is 3; expected 1 blocks of 3");
    assertRefused(
        3, 2, blocks, rows(0), "value 5.0 at dimension 0, expected 0 in a missing row (row 2)");
    float[][][] infinite = {{{1, 0, 5}, {2, 0, Float.NEGATIVE_INFINITY}}};
    assertRefused(
        3,
        2,
        infinite,
        rows(0, 2),
        "value -Infinity at dimension 1, expected a finite number (row");
  }

  private static void assertRefused(
      int size, int dimensions, float[][][] blocks, BitSet present, String message) {
    assertThatThrownBy(() -> FeatureMatrix.ofBlocks(size, dimensions, blocks, present))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
