package io.artrec.elicitation;

import io.artrec.feature.FeatureStore;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.SparseRows;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * A feature as a part of a taste: rows of length 1 less their mean, so that products are cosines
 * beyond those that all works have, times a gain by which a work's mean square is the feature's
 * weight. A work that lacks the feature, or whose row is all zeros, is at the mean. Immutable.
 */
final class TasteFeature {
  /** A feature in which works differ less says nothing. */
  private static final double LEAST_VARIANCE = 1e-6;

  private final FeatureMatrix matrix;
  private final float[] inverses;
  private final float[] mean;
  private final double meanSquare;
  private final double gain;

  private TasteFeature(FeatureMatrix matrix, float[] mean, double gain) {
    this.matrix = matrix;
    inverses = matrix.inverseNorms();
    this.mean = mean;
    double square = 0;
    for (float value : mean) {
      square += (double) value * value;
    }
    meanSquare = square;
    this.gain = gain;
  }

  /** The feature with gain 1 for each unit of variance; empty where works hardly differ. */
  static Optional<TasteFeature> of(FeatureStore.Entry entry) {
    FeatureMatrix matrix = entry.matrix();
    float[] inverses = matrix.inverseNorms();
    int there = 0;
    for (float inverse : inverses) {
      there += inverse > 0 ? 1 : 0;
    }
    if (there < 2) {
      return Optional.empty();
    }
    float[] mean = mean(matrix, inverses, there);
    double square = 0;
    for (float value : mean) {
      square += (double) value * value;
    }
    double variance = 1 - square;
    return variance < LEAST_VARIANCE
        ? Optional.empty()
        : Optional.of(new TasteFeature(matrix, mean, entry.weight() / variance));
  }

  private static float[] mean(FeatureMatrix matrix, float[] inverses, int there) {
    double[] sums = new double[matrix.dimensions()];
    for (int b = 0; b < matrix.blockCount(); b++) {
      int from = b * FeatureMatrix.BLOCK;
      if (matrix.isSparse(b)) {
        addSparse(matrix.sparseBlock(b), inverses, from, sums);
      } else {
        addDense(matrix.block(b), matrix.blockLength(b), inverses, from, sums);
      }
    }
    float[] mean = new float[sums.length];
    for (int d = 0; d < mean.length; d++) {
      mean[d] = (float) (sums[d] / there);
    }
    return mean;
  }

  private static void addSparse(SparseRows rows, float[] inverses, int from, double[] sums) {
    for (int row = 0; row < rows.rows(); row++) {
      for (int at = rows.start(row); at < rows.start(row + 1); at++) {
        sums[rows.columns()[at]] += (double) inverses[from + row] * rows.values()[at];
      }
    }
  }

  private static void addDense(
      float[][] values, int rows, float[] inverses, int from, double[] sums) {
    for (int d = 0; d < sums.length; d++) {
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += (double) inverses[from + row] * values[d][row];
      }
      sums[d] += sum;
    }
  }

  /** The same with a share of the weight of all. */
  TasteFeature shared(double total) {
    return new TasteFeature(matrix, mean, gain / total);
  }

  boolean has(int work) {
    return inverses[work] > 0;
  }

  /** Adds products of works, {@code [works × works]}. */
  void addProducts(int[] works, DMatrixRMaj products) {
    double[][] out = new double[works.length][works.length];
    float[][] rows = rows(works);
    matrix.gather(works).innerProducts(rows, out);
    double[] toMean = new double[works.length];
    for (int i = 0; i < works.length; i++) {
      toMean[i] = inverses[works[i]] * dot(rows[i], mean);
    }
    for (int i = 0; i < works.length; i++) {
      for (int j = 0; j <= i; j++) {
        if (has(works[i]) && has(works[j])) {
          double cosine = out[i][j] * inverses[works[i]] * inverses[works[j]];
          double product = gain * (cosine - toMean[i] - toMean[j] + meanSquare);
          products.add(i, j, product);
          if (i != j) {
            products.add(j, i, product);
          }
        }
      }
    }
  }

  private float[][] rows(int[] works) {
    float[][] rows = new float[works.length][matrix.dimensions()];
    for (int i = 0; i < works.length; i++) {
      matrix.copyRow(works[i], rows[i]);
    }
    return rows;
  }

  /**
   * Adds to each work's coordinate its product with a sum of works.
   *
   * @param works those summed
   * @param weights {@code [coordinates][works]}
   * @param coordinates {@code [coordinates][all works]}
   */
  void addCoordinates(int[] works, double[][] weights, double[][] coordinates) {
    float[][] queries = new float[weights.length][matrix.dimensions()];
    double[][] sums = new double[weights.length][matrix.dimensions()];
    float[] row = new float[matrix.dimensions()];
    for (int i = 0; i < works.length; i++) {
      if (has(works[i])) {
        matrix.copyRow(works[i], row);
        for (int c = 0; c < weights.length; c++) {
          double weight = gain * weights[c][i];
          for (int d = 0; d < row.length; d++) {
            sums[c][d] += weight * ((double) row[d] * inverses[works[i]] - mean[d]);
          }
        }
      }
    }
    double[] atMean = new double[weights.length];
    for (int c = 0; c < weights.length; c++) {
      for (int d = 0; d < row.length; d++) {
        queries[c][d] = (float) sums[c][d];
      }
      atMean[c] = dot(queries[c], mean);
    }
    double[][] out = new double[weights.length][matrix.size()];
    matrix.innerProducts(queries, out);
    for (int c = 0; c < weights.length; c++) {
      for (int work = 0; work < out[c].length; work++) {
        if (has(work)) {
          coordinates[c][work] += out[c][work] * inverses[work] - atMean[c];
        }
      }
    }
  }

  /** Adds each work's product with itself. */
  void addSquares(double[] squares) {
    double[] toMean = new double[matrix.size()];
    matrix.innerProducts(mean, toMean);
    for (int work = 0; work < squares.length; work++) {
      if (has(work)) {
        squares[work] += gain * (1 - 2 * toMean[work] * inverses[work] + meanSquare);
      }
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }
}
