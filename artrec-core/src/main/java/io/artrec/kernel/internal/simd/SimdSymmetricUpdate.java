package io.artrec.kernel.internal.simd;

import io.artrec.kernel.internal.SymmetricUpdate;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of eight rows by one vector, held in registers over the whole depth; the right side is
 * packed so that a tile reads it in order.
 */
final class SimdSymmetricUpdate implements SymmetricUpdate {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int ROWS = 8;

  /** Packed vectors that stay in the second-level cache while rows pass by: 512 KB at most. */
  private static final int GROUP = 128;

  private final double[][] left;
  private final int size;

  /**
   * Vector after vector of columns, each over the whole depth; the columns that fill no vector
   * apart.
   */
  private final double[] packed;

  private final double[][] right;

  SimdSymmetricUpdate(double[][] left, double[][] right) {
    this.left = left;
    this.right = right;
    size = left.length;
    packed = new double[size / LANES * LANES * DEPTH];
    for (int v = 0; v < size / LANES; v++) {
      for (int k = 0; k < DEPTH; k++) {
        System.arraycopy(right[k], v * LANES, packed, (v * DEPTH + k) * LANES, LANES);
      }
    }
  }

  @Override
  public void subtract(double[][] matrix, int from, int to) {
    int vectors = size / LANES;
    for (int group = 0; group < vectors && group * LANES < to; group += GROUP) {
      int r = from;
      for (; r + ROWS <= to; r += ROWS) {
        int end = Math.min(Math.min(vectors, group + GROUP), (r + ROWS - 1) / LANES + 1);
        for (int v = group; v < end; v++) {
          tile(matrix, r, v);
        }
      }
      for (; r < to; r++) {
        int end = Math.min(Math.min(vectors, group + GROUP), r / LANES + 1);
        for (int v = group; v < end; v++) {
          one(left[r], v, matrix[r]);
        }
      }
    }
    for (int r = Math.max(from, vectors * LANES); r < to; r++) {
      for (int c = vectors * LANES; c <= r; c++) {
        double sum = 0;
        for (int k = 0; k < DEPTH; k++) {
          sum += left[r][k] * right[k][c];
        }
        matrix[r][c] -= sum;
      }
    }
  }

  private void tile(double[][] matrix, int r, int v) {
    double[] l0 = left[r];
    double[] l1 = left[r + 1];
    double[] l2 = left[r + 2];
    double[] l3 = left[r + 3];
    double[] l4 = left[r + 4];
    double[] l5 = left[r + 5];
    double[] l6 = left[r + 6];
    double[] l7 = left[r + 7];
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = DoubleVector.zero(SPECIES);
    DoubleVector s2 = DoubleVector.zero(SPECIES);
    DoubleVector s3 = DoubleVector.zero(SPECIES);
    DoubleVector s4 = DoubleVector.zero(SPECIES);
    DoubleVector s5 = DoubleVector.zero(SPECIES);
    DoubleVector s6 = DoubleVector.zero(SPECIES);
    DoubleVector s7 = DoubleVector.zero(SPECIES);
    int at = v * DEPTH * LANES;
    for (int k = 0; k < DEPTH; k++) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, packed, at + k * LANES);
      s0 = x.fma(DoubleVector.broadcast(SPECIES, l0[k]), s0);
      s1 = x.fma(DoubleVector.broadcast(SPECIES, l1[k]), s1);
      s2 = x.fma(DoubleVector.broadcast(SPECIES, l2[k]), s2);
      s3 = x.fma(DoubleVector.broadcast(SPECIES, l3[k]), s3);
      s4 = x.fma(DoubleVector.broadcast(SPECIES, l4[k]), s4);
      s5 = x.fma(DoubleVector.broadcast(SPECIES, l5[k]), s5);
      s6 = x.fma(DoubleVector.broadcast(SPECIES, l6[k]), s6);
      s7 = x.fma(DoubleVector.broadcast(SPECIES, l7[k]), s7);
    }
    int c = v * LANES;
    take(s0, matrix[r], c);
    take(s1, matrix[r + 1], c);
    take(s2, matrix[r + 2], c);
    take(s3, matrix[r + 3], c);
    take(s4, matrix[r + 4], c);
    take(s5, matrix[r + 5], c);
    take(s6, matrix[r + 6], c);
    take(s7, matrix[r + 7], c);
  }

  private void one(double[] l, int v, double[] row) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int at = v * DEPTH * LANES;
    for (int k = 0; k < DEPTH; k++) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, packed, at + k * LANES);
      sum = x.fma(DoubleVector.broadcast(SPECIES, l[k]), sum);
    }
    take(sum, row, v * LANES);
  }

  private static void take(DoubleVector sum, double[] row, int c) {
    DoubleVector.fromArray(SPECIES, row, c).sub(sum).intoArray(row, c);
  }
}
