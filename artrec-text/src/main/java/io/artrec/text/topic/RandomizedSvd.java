package io.artrec.text.topic;

import io.artrec.task.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The greatest singular values of a sparse matrix and their vectors: Halko, Martinsson, Tropp,
 * Finding structure with randomness: probabilistic algorithms for constructing approximate matrix
 * decompositions, SIAM Review 2011, algorithms 4.4 and 5.1.
 *
 * <p>With {@code X} the matrix {@code [n × m]} and {@code l = count + max(10, count / 2)}: a random
 * basis of {@code l} columns is multiplied by {@code X} and {@code Xᵀ} in turn, {@value #ROUNDS}
 * times, brought to right angles each time; then {@code XQ = UR}, {@code R = W₁ΣW₂ᵀ}, left vectors
 * {@code UW₁}, right vectors {@code QW₂}. O(rounds · (entries · l + (n + m) · l²)) time, {@code 24
 * · (n + m) · l} bytes. Sums are in the same order at any number of threads.
 */
final class RandomizedSvd {
  private static final int ROUNDS = 8;
  private static final int LEAST_OVERSAMPLING = 10;

  /** Directions below this part of the greatest are rounding. */
  private static final double ROUNDING = 1e-10;

  private static final double SAME = 1e-9;

  private RandomizedSvd() {}

  /**
   * A part of a decomposition. Each pair's sign is such that the right vector's greatest entry, the
   * first of them, is positive.
   *
   * @param values singular values above 0, descending
   * @param left a vector of unit length for each, as long as the matrix has rows
   * @param right a vector of unit length for each, as long as the matrix has columns
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Factors(double[] values, double[][] left, double[][] right) {}

  static Factors of(SparseRows matrix, int count, long seed, Workers work) {
    int width =
        (int)
            Math.min(
                (long) count + Math.max(LEAST_OVERSAMPLING, count / 2),
                Math.min(matrix.rows(), matrix.columns()));
    if (width == 0 || matrix.size() == 0) {
      return new Factors(new double[0], new double[0][], new double[0][]);
    }
    String stage = "decomposing texts";
    SparseRows transposed = matrix.transposed();
    DMatrixRMaj basis = orthonormal(random(matrix.columns(), width, seed));
    DMatrixRMaj image = product(matrix, basis, work, stage);
    for (int round = 0; round < ROUNDS; round++) {
      work.cancellation().check(stage);
      work.progress().update(stage, round, ROUNDS);
      basis = orthonormal(product(transposed, orthonormal(image), work, stage));
      image = product(matrix, basis, work, stage);
    }
    work.progress().update(stage, ROUNDS, ROUNDS);
    QRDecomposition<DMatrixRMaj> qr = factorized(image);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(width, width, true, true, false);
    if (!svd.decompose(qr.getR(null, true))) {
      throw new IllegalStateException("singular values of " + width + " columns did not converge");
    }
    return factors(qr.getQ(null, true), basis, svd, count);
  }

  private static Factors factors(
      DMatrixRMaj rows,
      DMatrixRMaj columns,
      SingularValueDecomposition_F64<DMatrixRMaj> svd,
      int count) {
    double[] all = svd.getSingularValues();
    int width = columns.numCols;
    double greatest = IntStream.range(0, width).mapToDouble(i -> all[i]).max().orElse(0);
    int[] order =
        IntStream.range(0, width)
            .filter(i -> all[i] > greatest * ROUNDING)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -all[i]))
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray();
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj v = svd.getV(null, false);
    double[] values = new double[order.length];
    double[][] left = new double[order.length][];
    double[][] right = new double[order.length][];
    for (int d = 0; d < order.length; d++) {
      values[d] = all[order[d]];
      right[d] = combined(columns, v, order[d]);
      double sign = sign(right[d]);
      left[d] = combined(rows, u, order[d]);
      scale(right[d], sign);
      scale(left[d], sign);
    }
    return new Factors(values, left, right);
  }

  private static double[] combined(DMatrixRMaj basis, DMatrixRMaj turn, int column) {
    int width = basis.numCols;
    double[] vector = new double[basis.numRows];
    for (int row = 0; row < vector.length; row++) {
      double sum = 0;
      for (int c = 0; c < width; c++) {
        sum += basis.data[row * width + c] * turn.data[c * turn.numCols + column];
      }
      vector[row] = sum;
    }
    return vector;
  }

  private static double sign(double[] vector) {
    double greatest = Arrays.stream(vector).map(Math::abs).max().orElse(0);
    for (double value : vector) {
      if (Math.abs(value) >= greatest * (1 - SAME)) {
        return value < 0 ? -1 : 1;
      }
    }
    return 1;
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static DMatrixRMaj random(int rows, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DMatrixRMaj start = new DMatrixRMaj(rows, width);
    for (int i = 0; i < start.data.length; i++) {
      start.data[i] = normal(random);
    }
    return start;
  }

  /** Irwin and Hall: twelve uniform numbers less six, close enough to normal for a start. */
  private static double normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += (random.nextLong() >>> 11) * 0x1p-53;
    }
    return sum;
  }

  private static DMatrixRMaj product(
      SparseRows matrix, DMatrixRMaj dense, Workers work, String stage) {
    double[] product = matrix.multiply(dense.data, dense.numCols, work, stage);
    return DMatrixRMaj.wrap(matrix.rows(), dense.numCols, product);
  }

  private static DMatrixRMaj orthonormal(DMatrixRMaj tall) {
    return factorized(tall).getQ(null, true);
  }

  /** The result tells of columns of zeros, which are no failure: their directions are made up. */
  @SuppressWarnings("CheckReturnValue")
  private static QRDecomposition<DMatrixRMaj> factorized(DMatrixRMaj tall) {
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(tall.numRows, tall.numCols);
    qr.decompose(tall.copy());
    return qr;
  }
}
