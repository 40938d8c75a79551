package io.artrec.cf.svd;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.factors.TrainingDivergedException;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The first right singular vectors of a sparse matrix, by subspace iteration from a random start,
 * after Halko, Martinsson, Tropp, Finding structure with randomness: probabilistic algorithms for
 * constructing approximate matrix decompositions, SIAM Review 2011, but until they have settled.
 *
 * <p>In double precision. With {@code X} the matrix, transposed if that makes it tall, and {@code
 * l} the vectors wanted plus the oversampling, {@link LeadingSubspace} finds {@code Q} for {@code
 * XᵀX}; then {@code XQ = U R}, {@code R = W₁ΣW₂ᵀ}; the right singular vectors of a tall matrix are
 * {@code QW₂}, of a wide one {@code UW₁}. O(multiplications · (entries · l + short side · l²) +
 * long side · l²) time. Sums are in the same order at any number of threads.
 */
final class RandomizedSvd {
  /** Directions below this part of the greatest are rounding, not behaviour. */
  private static final double ROUNDING = 1e-10;

  private final TrainingContext context;
  private final String stage;
  private final boolean wide;
  private final SparseMatrix tall;
  private final SparseMatrix flat;

  /**
   * Prepares a decomposition.
   *
   * @param matrix what to decompose
   * @param stage what is being done, for progress and messages
   */
  RandomizedSvd(TrainingContext context, String stage, SparseMatrix matrix) {
    this.context = context;
    this.stage = stage;
    wide = matrix.rows() < matrix.columns();
    SparseMatrix transposed = matrix.transposed();
    tall = wide ? transposed : matrix;
    flat = wide ? matrix : transposed;
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
   * @param iterations after how many multiplications by the matrix and its transpose to give up
   * @param near directions that may be near the wanted, to begin with; may be shorter than the
   *     matrix has columns, and none
   */
  Vectors right(int count, int oversampling, int iterations, long seed, double[][] near) {
    int size = tall.columns();
    int width = (int) Math.min((long) count + Math.max(1, oversampling), size);
    if (width == 0 || tall.size() == 0) {
      return new Vectors(new double[0], new double[0][]);
    }
    DMatrixRMaj basis =
        LeadingSubspace.find(
            stage,
            Math.min(count, width),
            start(size, width, seed, near),
            iterations,
            dense -> product(flat, product(tall, dense)));
    QRDecomposition<DMatrixRMaj> qr = LeadingSubspace.factorized(product(tall, basis));
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(width, width, wide, !wide, false);
    if (!svd.decompose(qr.getR(null, true))) {
      throw new TrainingDivergedException(stage + " failed: singular values did not converge");
    }
    return wide
        ? vectors(qr.getQ(null, true), svd.getU(null, false), svd.getSingularValues(), count)
        : vectors(basis, svd.getV(null, false), svd.getSingularValues(), count);
  }

  /** The known directions, or what the matrix makes of them when it is wide, and random ones. */
  private DMatrixRMaj start(int size, int width, long seed, double[][] near) {
    DMatrixRMaj start = LeadingSubspace.random(size, width, seed);
    if (near.length > 0) {
      DMatrixRMaj known = new DMatrixRMaj(wide ? tall.rows() : size, Math.min(near.length, width));
      for (int d = 0; d < known.numCols; d++) {
        for (int row = 0; row < near[d].length; row++) {
          known.set(row, d, near[d][row]);
        }
      }
      DMatrixRMaj turned = wide ? product(flat, known) : known;
      for (int row = 0; row < size; row++) {
        System.arraycopy(turned.data, row * known.numCols, start.data, row * width, known.numCols);
      }
    }
    return start;
  }

  private static Vectors vectors(DMatrixRMaj basis, DMatrixRMaj turn, double[] all, int count) {
    int width = basis.numCols;
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

  /** {@code sparse · dense}, row by row. */
  private DMatrixRMaj product(SparseMatrix sparse, DMatrixRMaj dense) {
    int width = dense.numCols;
    DMatrixRMaj product = new DMatrixRMaj(sparse.rows(), width);
    double[] from = dense.data;
    double[] to = product.data;
    context
        .workers()
        .run(
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
}
