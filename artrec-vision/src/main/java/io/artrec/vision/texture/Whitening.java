package io.artrec.vision.texture;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Takes out what the works of a collection have in common: rows less their mean, times {@code (Σ +
 * ρ t I)^(-1/2)} with the covariance Σ, the mean t of its diagonal and ρ = 0.1, which keeps
 * directions that hardly vary, or of which few works can tell, from being blown up (Ledoit and
 * Wolf, A Well-Conditioned Estimator for Large-Dimensional Covariance Matrices, Journal of
 * Multivariate Analysis 88, 2004, shrink towards the same matrix). Scaled so that the mean square
 * of a row's length is 1. Immutable and thread-safe; O(n d² + d³) to fit, O(d²) to apply.
 */
final class Whitening {
  private static final double SHRINKAGE = 0.1;
  private static final double SAME = 1e-12;

  private final double[] mean;

  /** Symmetric, {@code [d × d]}; empty when the works do not differ. */
  private final double[] matrix;

  private Whitening(double[] mean, double[] matrix) {
    this.mean = mean;
    this.matrix = matrix;
  }

  /** Learns from rows of the given length, of which there may be none. */
  static Whitening fit(List<double[]> rows, int length) {
    double[] mean = new double[length];
    double squares = 0;
    for (double[] row : rows) {
      for (int i = 0; i < length; i++) {
        mean[i] += row[i] / rows.size();
        squares += row[i] * row[i] / rows.size();
      }
    }
    DMatrixRMaj covariance = covariance(rows, mean);
    double variance = 0;
    for (int i = 0; i < length; i++) {
      variance += covariance.get(i, i);
    }
    if (variance <= SAME * squares) {
      return new Whitening(mean, new double[0]);
    }
    return new Whitening(mean, inverseRoot(covariance, variance));
  }

  private static DMatrixRMaj covariance(List<double[]> rows, double[] mean) {
    int length = mean.length;
    DMatrixRMaj covariance = new DMatrixRMaj(length, length);
    double[] centered = new double[length];
    for (double[] row : rows) {
      Arrays.setAll(centered, i -> row[i] - mean[i]);
      for (int i = 0; i < length; i++) {
        for (int j = 0; j < length; j++) {
          covariance.data[i * length + j] += centered[i] * centered[j] / rows.size();
        }
      }
    }
    return covariance;
  }

  /** {@code (Σ + ρ t I)^(-1/2) / √(Σ λ / (λ + ρ t))}, λ the eigenvalues, of which Σ is the sum. */
  private static double[] inverseRoot(DMatrixRMaj covariance, double variance) {
    int length = covariance.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(length, true, true);
    if (!eigen.decompose(covariance.copy())) {
      throw new IllegalStateException(
          "eigenvectors of a covariance of " + length + " dimensions did not converge");
    }
    double added = SHRINKAGE * variance / length;
    double meanSquare = 0;
    double[] matrix = new double[length * length];
    for (int k = 0; k < length; k++) {
      double value = Math.max(0, eigen.getEigenvalue(k).getReal());
      double[] direction = eigen.getEigenVector(k).data;
      double factor = 1 / Math.sqrt(value + added);
      meanSquare += value / (value + added);
      for (int i = 0; i < length; i++) {
        for (int j = 0; j < length; j++) {
          matrix[i * length + j] += direction[i] * factor * direction[j];
        }
      }
    }
    double scale = 1 / Math.sqrt(meanSquare);
    Arrays.setAll(matrix, i -> matrix[i] * scale);
    return matrix;
  }

  int length() {
    return mean.length;
  }

  /** Whether there was anything to learn from. */
  boolean isFitted() {
    return matrix.length > 0;
  }

  /** Writes a row, whitened. */
  void apply(double[] row, float[] to, int at) {
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      for (int j = 0; j < mean.length; j++) {
        sum += matrix[i * mean.length + j] * (row[j] - mean[j]);
      }
      to[at + i] = (float) sum;
    }
  }

  void save(StateWriter out, String name) {
    out.putDoubles(name + "-mean", mean);
    out.putDoubles(name + "-whitening", matrix);
  }

  static Whitening read(StateReader in, String name) {
    double[] mean = in.getDoubles(name + "-mean");
    double[] matrix = in.getDoubles(name + "-whitening");
    boolean fits = matrix.length == 0 || matrix.length == (long) mean.length * mean.length;
    if (mean.length == 0
        || !fits
        || !DoubleStream.concat(DoubleStream.of(mean), DoubleStream.of(matrix))
            .allMatch(Double::isFinite)) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's whitening of %s holds %d means and %d factors, expected finite numbers, 1 or more and their square or none",
              name,
              mean.length,
              matrix.length));
    }
    return new Whitening(mean, matrix);
  }
}
