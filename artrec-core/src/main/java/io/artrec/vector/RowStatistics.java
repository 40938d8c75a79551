package io.artrec.vector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers about each row of a matrix, accumulated in double by ascending dimension; each computed
 * once and kept. Thread-safe.
 */
final class RowStatistics {
  private final int size;
  private final int dimensions;
  private final RowBlocks blocks;
  private volatile float @Nullable [] inverseNorms;
  private volatile double @Nullable [] means;
  private volatile float @Nullable [] inverseDeviations;
  private volatile float lowest = Float.NaN;
  private volatile float largest = Float.NaN;

  RowStatistics(RowBlocks blocks) {
    this.blocks = blocks;
    size = blocks.size();
    dimensions = blocks.dimensions();
  }

  float[] inverseNorms() {
    float[] norms = inverseNorms;
    if (norms == null) {
      norms = inverseLengths(new double[size]);
      inverseNorms = norms;
    }
    return norms;
  }

  /** Takes over the norms of the rows of another matrix, if known, but for some that changed. */
  void carryNorms(RowStatistics earlier, Map<Integer, Optional<float[]>> changed) {
    float[] norms = earlier.inverseNorms;
    if (norms != null) {
      float[] carried = Arrays.copyOf(norms, size);
      changed.forEach((row, values) -> carried[row] = inverseNorm(values));
      inverseNorms = carried;
    }
  }

  double[] means() {
    double[] rowMeans = means;
    if (rowMeans == null) {
      rowMeans = new double[size];
      for (int b = 0; b < blocks.count(); b++) {
        blocks.get(b).addValues(rowMeans, b * FeatureMatrix.BLOCK);
      }
      for (int i = 0; i < size; i++) {
        rowMeans[i] /= dimensions;
      }
      means = rowMeans;
    }
    return rowMeans;
  }

  float[] inverseDeviations() {
    float[] inverse = inverseDeviations;
    if (inverse == null) {
      inverse = inverseLengths(means());
      for (int b = 0; b < blocks.count(); b++) {
        for (int i = 0; i < blocks.get(b).rows(); i++) {
          if (blocks.get(b).isConstant(i)) {
            inverse[b * FeatureMatrix.BLOCK + i] = 0;
          }
        }
      }
      inverseDeviations = inverse;
    }
    return inverse;
  }

  float lowest() {
    float value = lowest;
    if (Float.isNaN(value)) {
      value = 0;
      for (int b = 0; b < blocks.count(); b++) {
        value = Math.min(value, blocks.get(b).lowest());
      }
      lowest = value;
    }
    return value;
  }

  float largest() {
    float value = largest;
    if (Float.isNaN(value)) {
      value = 0;
      for (int b = 0; b < blocks.count(); b++) {
        value = Math.max(value, blocks.get(b).largest());
      }
      largest = value;
    }
    return value;
  }

  private float[] inverseLengths(double[] centers) {
    float[] inverse = new float[size];
    double[] squares = new double[FeatureMatrix.BLOCK];
    for (int b = 0; b < blocks.count(); b++) {
      int start = b * FeatureMatrix.BLOCK;
      blocks.get(b).squares(centers, start, squares);
      for (int i = 0; i < blocks.get(b).rows(); i++) {
        inverse[start + i] = inverse(squares[i]);
      }
    }
    return inverse;
  }

  private static float inverse(double square) {
    return square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
  }

  /** The inverse norm of one row, as {@link #inverseNorms} gives it; 0 for a missing one. */
  private static float inverseNorm(Optional<float[]> row) {
    double sum = 0;
    for (float value : row.orElse(new float[0])) {
      double square = value;
      sum += square * square;
    }
    return inverse(sum);
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
