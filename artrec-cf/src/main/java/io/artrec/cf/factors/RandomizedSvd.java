package io.artrec.cf.factors;

import io.artrec.cf.data.SparseMatrix;
import io.artrec.cf.data.Workers;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The first right singular vectors of a sparse matrix, by subspace iteration from a random start:
 * Halko, Martinsson, Tropp, Finding structure with randomness: probabilistic algorithms for
 * constructing approximate matrix decompositions, SIAM Review 2011, algorithms 4.4 and 5.1.
 *
 * <p>In double precision. With {@code l} the vectors wanted plus the oversampling, {@code Q ←
 * orth(Xᵀ(XQ))} is repeated; then {@code XQ = U R}, {@code R = W₁ΣWᵀ} and {@code V = QW}. The angle
 * between what is found and vector {@code k} shrinks with {@code (σ_l+1 / σ_k)^(2·iterations)};
 * with {@code l} as large as the rank nothing is left to shrink. O(iterations · (entries · l +
 * columns · l²) + rows · l²) time. Sums are in the same order at any number of threads.
 */
final class RandomizedSvd {
  /** Directions below this part of the greatest are rounding, not behaviour. */
  private static final double ROUNDING = 1e-10;

  private final TrainingContext context;
  private final String stage;
  private final SparseMatrix matrix;
  private final SparseMatrix transposed;

  /**
   * Prepares a decomposition.
   *
   * @param matrix what to decompose
   * @param stage what is being done, for progress and messages
   */
  RandomizedSvd(TrainingContext context, String stage, SparseMatrix matrix) {
    this.context = context;
    this.stage = stage;
    this.matrix = matrix;
    transposed = matrix.transposed();
  }

  /**
   * Singular vectors.
   *
   * @param values singular values above 0, descending
   * @param vectors a vector of unit length for each, as long as the matrix has columns
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Vectors(double[] values, double[][] vectors) {}

  /**
   * Finds the first right singular vectors.
   *
   * @param count how many are wanted; fewer when the rank is less
   * @param oversampling how many more are carried along
   * @param iterations how often the subspace is multiplied by the matrix and its transpose
   */
  Vectors right(int count, int oversampling, int iterations, long seed) {
    int width =
        (int) Math.min((long) count + oversampling, Math.min(matrix.rows(), matrix.columns()));
    if (width == 0 || matrix.size() == 0) {
      return new Vectors(new double[0], new double[0][]);
    }
    DMatrixRMaj basis = random(matrix.columns(), width, seed);
    for (int i = 0; i < iterations; i++) {
      basis = orthonormal(product(transposed, product(matrix, basis)));
    }
    QRDecomposition<DMatrixRMaj> qr = factorized(product(matrix, basis));
    return vectors(basis, qr.getR(null, true), count);
  }

  private Vectors vectors(DMatrixRMaj basis, DMatrixRMaj triangle, int count) {
    int width = basis.numCols;
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(width, width, false, true, false);
    if (!svd.decompose(triangle)) {
      throw new TrainingDivergedException(stage + " failed: singular values did not converge");
    }
    double[] all = svd.getSingularValues();
    DMatrixRMaj turn = svd.getV(null, false);
    double greatest = IntStream.range(0, width).mapToDouble(i -> all[i]).max().orElse(0);
    int[] order =
        IntStream.range(0, width)
            .filter(i -> all[i] > greatest * ROUNDING)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -all[i]))
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[order.length];
    double[][] vectors = new double[order.length][basis.numRows];
    for (int d = 0; d < order.length; d++) {
      values[d] = all[order[d]];
      for (int row = 0; row < basis.numRows; row++) {
        double sum = 0;
        for (int c = 0; c < width; c++) {
          sum += basis.data[row * width + c] * turn.data[c * width + order[d]];
        }
        vectors[d][row] = sum;
      }
    }
    return new Vectors(values, vectors);
  }

  private static DMatrixRMaj random(int rows, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DMatrixRMaj start = new DMatrixRMaj(rows, width);
    for (int k = 0; k < start.data.length; k++) {
      start.data[k] = FactorArrays.normal(random);
    }
    return start;
  }

  /** {@code sparse · dense}, row by row. */
  private DMatrixRMaj product(SparseMatrix sparse, DMatrixRMaj dense) {
    int width = dense.numCols;
    DMatrixRMaj product = new DMatrixRMaj(sparse.rows(), width);
    double[] from = dense.data;
    double[] to = product.data;
    Workers.run(
        context,
        stage,
        sparse.rows(),
        (first, last) -> {
          double[] sums = new double[width];
          for (int row = first; row < last; row++) {
            Arrays.fill(sums, 0);
            for (int p = sparse.begin(row); p < sparse.end(row); p++) {
              add(sparse.values()[p], from, sparse.indices()[p] * width, sums);
            }
            System.arraycopy(sums, 0, to, row * width, width);
          }
        });
    return product;
  }

  private static void add(double value, double[] from, int at, double[] sums) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += value * from[at + c];
    }
  }

  private static DMatrixRMaj orthonormal(DMatrixRMaj tall) {
    return factorized(tall).getQ(null, true);
  }

  /** The result tells of columns of zeros, which are no failure: their directions are made up. */
  @SuppressWarnings("CheckReturnValue")
  private static QRDecomposition<DMatrixRMaj> factorized(DMatrixRMaj tall) {
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(tall.numRows, tall.numCols);
    qr.decompose(tall);
    return qr;
  }
}
