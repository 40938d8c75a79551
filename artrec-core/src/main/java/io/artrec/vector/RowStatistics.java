package io.artrec.vector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Numbers about each row of a matrix, accumulated in double, dimension by dimension. */
final class RowStatistics {
  private RowStatistics() {}

  static float[] inverseNorms(FeatureMatrix matrix) {
    return inverseLengths(matrix, new double[matrix.size()]);
  }

  static double[] means(FeatureMatrix matrix) {
    double[] means = new double[matrix.size()];
    for (int b = 0; b < matrix.blockCount(); b++) {
      int start = b * FeatureMatrix.BLOCK;
      int length = matrix.blockLength(b);
      for (float[] values : matrix.block(b)) {
        for (int i = 0; i < length; i++) {
          means[start + i] += values[i];
        }
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= matrix.dimensions();
    }
    return means;
  }

  static float[] inverseDeviations(FeatureMatrix matrix, double[] means) {
    float[] inverse = inverseLengths(matrix, means);
    for (int b = 0; b < matrix.blockCount(); b++) {
      int start = b * FeatureMatrix.BLOCK;
      for (int i = 0; i < matrix.blockLength(b); i++) {
        if (isConstant(matrix.block(b), i)) {
          inverse[start + i] = 0;
        }
      }
    }
    return inverse;
  }

  static float lowest(FeatureMatrix matrix) {
    float lowest = 0;
    for (int b = 0; b < matrix.blockCount(); b++) {
      for (float[] values : matrix.block(b)) {
        for (float value : values) {
          lowest = Math.min(lowest, value);
        }
      }
    }
    return lowest;
  }

  static float largest(FeatureMatrix matrix) {
    float largest = 0;
    for (int b = 0; b < matrix.blockCount(); b++) {
      for (float[] values : matrix.block(b)) {
        for (float value : values) {
          largest = Math.max(largest, Math.abs(value));
        }
      }
    }
    return largest;
  }

  private static float[] inverseLengths(FeatureMatrix matrix, double[] centers) {
    float[] inverse = new float[matrix.size()];
    double[] sums = new double[FeatureMatrix.BLOCK];
    for (int b = 0; b < matrix.blockCount(); b++) {
      Arrays.fill(sums, 0);
      int start = b * FeatureMatrix.BLOCK;
      int length = matrix.blockLength(b);
      for (float[] values : matrix.block(b)) {
        for (int i = 0; i < length; i++) {
          double difference = values[i] - centers[start + i];
          sums[i] += difference * difference;
        }
      }
      for (int i = 0; i < length; i++) {
        inverse[start + i] = sums[i] > 0 ? (float) (1 / Math.sqrt(sums[i])) : 0;
      }
    }
    return inverse;
  }

  /** The inverse norm of one row, as {@link #inverseNorms} gives it; 0 for a missing one. */
  static float inverseNorm(Optional<float[]> row) {
    double sum = 0;
    for (float value : row.orElse(new float[0])) {
      double square = value;
      sum += square * square;
    }
    return sum > 0 ? (float) (1 / Math.sqrt(sum)) : 0;
  }

  private static boolean isConstant(float[][] block, int i) {
    for (int d = 1; d < block.length; d++) {
      if (block[d][i] != block[0][i]) {
        return false;
      }
    }
    return true;
  }

  /** Validates the values of a row before they are taken. */
  static void check(int artwork, float[] row, int dimensions) {
    if (row.length != dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "vector dimension %d, expected %d (row %d)",
              row.length,
              dimensions,
              artwork));
    }
    for (int d = 0; d < dimensions; d++) {
      if (!Float.isFinite(row[d])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "value %s at dimension %d, expected a finite number (row %d)",
                row[d],
                d,
                artwork));
      }
    }
  }
}
