package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.SparseRows;
import java.util.Arrays;

/**
 * The sum of min(query[d], row[d]) for every row of a matrix of non-negative values. In a sparse
 * block only a row's values have a part in it, and the sum is in double. In a dense one the minimum
 * is taken as q - max(q - r, 0), and that maximum as half of t + |t|, because the JIT turns an
 * absolute value into vector instructions and {@code Math.min} of floats not. It is exact where q
 * is not above r and where r is 0; otherwise it is off by float rounding of q.
 */
final class SharedMass {
  private SharedMass() {}

  /** Results of dense blocks that overflowed float are not finite. */
  static void scan(float[] query, FeatureMatrix matrix, double[] out) {
    float[] sums = new float[FeatureMatrix.BLOCK];
    for (int b = 0; b < matrix.blockCount(); b++) {
      int length = matrix.blockLength(b);
      int start = b * FeatureMatrix.BLOCK;
      if (matrix.isSparse(b)) {
        scan(query, matrix.sparseBlock(b), out, start);
        continue;
      }
      Arrays.fill(sums, 0, length, 0);
      for (int d = 0; d < query.length; d++) {
        add(matrix.block(b)[d], query[d], sums, length);
      }
      for (int i = 0; i < length; i++) {
        out[start + i] = sums[i];
      }
    }
  }

  private static void scan(float[] query, SparseRows rows, double[] out, int start) {
    int[] columns = rows.columns();
    float[] values = rows.values();
    for (int row = 0; row < rows.rows(); row++) {
      double sum = 0;
      for (int k = rows.start(row); k < rows.start(row + 1); k++) {
        sum += Math.min(query[columns[k]], values[k]);
      }
      out[start + row] = sum;
    }
  }

  private static void add(float[] row, float value, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += minimum(value, row[i]);
    }
  }

  private static float minimum(float q, float r) {
    float above = q - r;
    return q - 0.5f * (above + Math.abs(above));
  }

  static double total(float[] vector) {
    double total = 0;
    for (float value : vector) {
      total += value;
    }
    return total;
  }
}
