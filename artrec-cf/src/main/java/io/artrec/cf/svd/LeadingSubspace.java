package io.artrec.cf.svd;

import io.artrec.cf.factors.TrainingDivergedException;
import io.artrec.cf.factors.internal.FactorArrays;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The eigenvectors of the greatest eigenvalues of a matrix {@code A} that is symmetric and has no
 * negative ones, by simultaneous iteration with Chebyshev polynomials: Rutishauser, Simultaneous
 * iteration method for symmetric matrices, Numerische Mathematik 1970; Zhou, Saad, Self-consistent
 * field calculations using Chebyshev-filtered subspace iteration, Journal of Computational Physics
 * 2006.
 *
 * <p>Vectors from a random start are multiplied by {@code T_d(2A/c − I)}, {@code c} the least
 * eigenvalue among them, which leaves what belongs to eigenvalues up to {@code c} as it is and
 * makes the rest grow as fast as a polynomial can; then they are brought to right angles and turned
 * to approximate eigenvectors (Rayleigh, Ritz), with eigenvalues {@code θ}. As soon as {@code |AV −
 * VΘ| ≤ 1e-7 · (θ_wanted − θ_wanted+1)}, the sine of every angle between what is found and what is
 * wanted is at most about 1e-7 (Davis, Kahan, The rotation of eigenvectors by a perturbation, SIAM
 * Journal on Numerical Analysis 1970), and iteration ends. When those two eigenvalues are the same
 * but for 1e-5 of the greatest, the choice among their vectors is arbitrary, and {@code 1e-12 ·
 * θ_1} is enough.
 */
final class LeadingSubspace {
  private static final Logger LOG = LoggerFactory.getLogger(LeadingSubspace.class);
  private static final double TOLERANCE = 1e-7;
  private static final double ROUNDING = 1e-12;

  /** By how much the first vector may grow between two times that right angles are restored. */
  private static final double MOST_GROWTH = 1e8;

  private static final int MOST_DEGREE = 20;

  /** The polynomial's bound, at most so large a part of the last wanted eigenvalue. */
  private static final double BELOW = 0.98;

  /** The polynomial's bound, at least so large a part of the greatest eigenvalue. */
  private static final double ABOVE = 1e-6;

  private final String stage;
  private final int wanted;
  private final UnaryOperator<DMatrixRMaj> operator;

  /** Orthonormal. */
  private DMatrixRMaj vectors;

  /** {@code A · vectors}. */
  private DMatrixRMaj images = new DMatrixRMaj(0, 0);

  private double[] eigenvalues = new double[0];

  private LeadingSubspace(
      String stage, int wanted, UnaryOperator<DMatrixRMaj> operator, DMatrixRMaj start) {
    this.stage = stage;
    this.wanted = wanted;
    this.operator = operator;
    vectors = start;
  }

  /**
   * Finds the vectors.
   *
   * @param stage what is being done, for messages
   * @param wanted how many vectors should settle, 1 to as many as are iterated
   * @param first the vectors to begin with, in columns, as many as are to be iterated
   * @param most after how many multiplications by {@code A} to give up, which is logged
   * @param operator multiplies by {@code A}
   * @return {@code [size × width]}, orthonormal, the wanted first
   */
  static DMatrixRMaj find(
      String stage, int wanted, DMatrixRMaj first, int most, UnaryOperator<DMatrixRMaj> operator) {
    DMatrixRMaj start = orthonormal(operator.apply(first));
    LeadingSubspace space = new LeadingSubspace(stage, wanted, operator, start);
    space.iterate(most - 1);
    return space.vectors;
  }

  /** Vectors to begin with when nothing is known. */
  static DMatrixRMaj random(int rows, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DMatrixRMaj start = new DMatrixRMaj(rows, width);
    for (int k = 0; k < start.data.length; k++) {
      start.data[k] = FactorArrays.normal(random);
    }
    return start;
  }

  private void iterate(int most) {
    double off = Double.POSITIVE_INFINITY;
    int left = most;
    while (left > 0) {
      turn();
      left--;
      off = residual() / enough();
      if (off <= 1) {
        LOG.debug("{}: {} directions settled by {} multiplications", stage, wanted, most - left);
        return;
      }
      if (left > 0) {
        int degree = Math.min(degree(), left);
        filter(degree);
        left -= degree - 1;
      }
    }
    LOG.warn(
        "{}: {} directions have not settled by {} multiplications, residuals are {} times what they"
            + " should be; raise iterations or oversampling",
        stage,
        wanted,
        most + 1,
        (float) off);
  }

  /** Turns the vectors within what they span to approximate eigenvectors, the greatest first. */
  private void turn() {
    images = operator.apply(vectors);
    int width = vectors.numCols;
    DMatrixRMaj small = new DMatrixRMaj(width, width);
    CommonOps_DDRM.multTransA(vectors, images, small);
    for (int r = 0; r < width; r++) {
      for (int c = 0; c < r; c++) {
        double mean = 0.5 * (small.get(r, c) + small.get(c, r));
        small.set(r, c, mean);
        small.set(c, r, mean);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
    if (!eigen.decompose(small)) {
      throw new TrainingDivergedException(stage + " failed: eigenvalues did not converge");
    }
    double[] values = new double[width];
    Arrays.setAll(values, k -> eigen.getEigenvalue(k).getReal());
    int[] order =
        IntStream.range(0, width)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -values[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    DMatrixRMaj rotation = new DMatrixRMaj(width, width);
    eigenvalues = new double[width];
    for (int c = 0; c < width; c++) {
      eigenvalues[c] = Math.max(0, values[order[c]]);
      DMatrixRMaj vector = eigen.getEigenVector(order[c]);
      for (int r = 0; r < width; r++) {
        rotation.set(r, c, vector.get(r, 0));
      }
    }
    vectors = CommonOps_DDRM.mult(vectors, rotation, null);
    images = CommonOps_DDRM.mult(images, rotation, null);
  }

  /** {@code |AV − VΘ|} of the wanted. */
  private double residual() {
    int width = vectors.numCols;
    double sum = 0;
    for (int r = 0; r < vectors.numRows; r++) {
      for (int c = 0; c < wanted; c++) {
        int at = r * width + c;
        double off = images.data[at] - eigenvalues[c] * vectors.data[at];
        sum += off * off;
      }
    }
    return Math.sqrt(sum);
  }

  private double enough() {
    double next = wanted < eigenvalues.length ? eigenvalues[wanted] : 0;
    return Math.max(TOLERANCE * (eigenvalues[wanted - 1] - next), ROUNDING * eigenvalues[0]);
  }

  private double bound() {
    double least = eigenvalues[eigenvalues.length - 1];
    return Math.max(ABOVE * eigenvalues[0], Math.min(least, BELOW * eigenvalues[wanted - 1]));
  }

  /** The degree up to which the first vector grows by no more than it may. */
  private int degree() {
    double first = 2 * eigenvalues[0] / bound() - 1;
    double perDegree = Math.log(first + Math.sqrt(first * first - 1));
    return (int) Math.max(1, Math.min(MOST_DEGREE, Math.log(2 * MOST_GROWTH) / perDegree));
  }

  /** Multiplies the vectors by the Chebyshev polynomial of a degree, and orthonormalises them. */
  private void filter(int degree) {
    double scale = 2 / bound();
    DMatrixRMaj before = vectors;
    DMatrixRMaj now = images;
    for (int k = 0; k < now.data.length; k++) {
      now.data[k] = scale * now.data[k] - before.data[k];
    }
    for (int d = 1; d < degree; d++) {
      DMatrixRMaj next = operator.apply(now);
      for (int k = 0; k < next.data.length; k++) {
        next.data[k] = 2 * (scale * next.data[k] - now.data[k]) - before.data[k];
      }
      before = now;
      now = next;
    }
    vectors = orthonormal(now);
  }

  private static DMatrixRMaj orthonormal(DMatrixRMaj tall) {
    return factorized(tall).getQ(null, true);
  }

  /** The result tells of columns of zeros, which are no failure: their directions are made up. */
  @SuppressWarnings("CheckReturnValue")
  static QRDecomposition<DMatrixRMaj> factorized(DMatrixRMaj tall) {
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(tall.numRows, tall.numCols);
    qr.decompose(tall);
    return qr;
  }
}
