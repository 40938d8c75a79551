package io.artrec.elicitation;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * A taste {@code w ~ N(0, I)} after some comparisons, each {@code P = Φ(w·d / s)}: the normal
 * distribution that expectation propagation comes to (Minka, A family of algorithms for approximate
 * Bayesian inference, 2001; as Algorithm 3.5 of Rasmussen and Williams, Gaussian processes for
 * machine learning, 2006, with preferences as Chu and Ghahramani, Preference learning with Gaussian
 * processes, 2005). Order of comparisons does not matter. It is held by the comparisons, not by
 * dimensions: for {@code m} of them in {@code k} dimensions O(m²·k + m³) time for each of some ten
 * sweeps. Immutable.
 */
final class Posterior {
  private static final int MOST_SWEEPS = 500;
  private static final double SETTLED = 1e-11;

  private final List<Comparison> comparisons;
  private final int dimensions;

  /** Of each comparison what the posterior mean holds of its direction. */
  private final double[] weights;

  private final double[] roots;
  private final double[] lower;
  private final double logDeterminant;

  private Posterior(List<Comparison> comparisons, int dimensions, Sites sites) {
    this.comparisons = comparisons;
    this.dimensions = dimensions;
    weights = sites.weights();
    roots = sites.roots();
    lower = sites.lower.data.clone();
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += Math.log(lower[i * weights.length + i]);
    }
    logDeterminant = 2 * sum;
  }

  static Posterior of(List<Comparison> comparisons, int dimensions) {
    Sites sites = new Sites(comparisons);
    sites.settle();
    return new Posterior(List.copyOf(comparisons), dimensions, sites);
  }

  /** What each comparison adds of its direction to the mean; positive. */
  double[] weights() {
    return weights.clone();
  }

  /** The mean taste. */
  double[] mean() {
    double[] mean = new double[dimensions];
    for (int i = 0; i < weights.length; i++) {
      for (int d = 0; d < dimensions; d++) {
        mean[d] += weights[i] * comparisons.get(i).direction()[d];
      }
    }
    return mean;
  }

  /**
   * What was learned of a direction: the covariance of two is their product less that of these.
   *
   * @return one number for each comparison
   */
  double[] learned(double[] direction) {
    double[] known = new double[weights.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = roots[i] * comparisons.get(i).product(direction);
    }
    TriangularSolver_DDRM.solveL(lower, known, known.length);
    return known;
  }

  /** The variance of the product of the taste with a direction. */
  double variance(double[] direction) {
    double[] learned = learned(direction);
    return Math.max(
        0, Comparison.product(direction, direction) - Comparison.product(learned, learned));
  }

  /** By how many bits the taste is known better than before the first comparison. */
  double bits() {
    return logDeterminant / (2 * Math.log(2));
  }

  /** The comparisons as normal observations of their products, in units of their noise. */
  private static final class Sites {
    private final int count;
    private final DMatrixRMaj prior;
    private final double[] precisions;
    private final double[] shifts;
    private DMatrixRMaj covariance;
    private final double[] means;
    private DMatrixRMaj lower;
    private final double[] scales;

    Sites(List<Comparison> comparisons) {
      count = comparisons.size();
      prior = new DMatrixRMaj(count, count);
      scales = new double[count];
      for (int i = 0; i < count; i++) {
        scales[i] = comparisons.get(i).variance();
        for (int j = 0; j <= i; j++) {
          double product = comparisons.get(i).product(comparisons.get(j).direction());
          prior.set(i, j, product);
          prior.set(j, i, product);
        }
      }
      precisions = new double[count];
      shifts = new double[count];
      means = new double[count];
      covariance = prior.copy();
      lower = CommonOps_DDRM.identity(count);
    }

    void settle() {
      double change = count == 0 ? 0 : 1;
      for (int sweep = 0; sweep < MOST_SWEEPS && change > SETTLED; sweep++) {
        change = 0;
        for (int i = 0; i < count; i++) {
          change = Math.max(change, update(i));
        }
        refresh();
      }
    }

    /** Moment matching of one site; how much its precision changed. */
    private double update(int i) {
      double variance = covariance.get(i, i);
      if (!(variance > 0)) {
        return 0;
      }
      double others = 1 / variance - precisions[i];
      double shift = means[i] / variance - shifts[i];
      double cavity = 1 / others;
      double mean = shift * cavity;
      double spread = Math.sqrt(scales[i] + cavity);
      double z = mean / spread;
      double hazard = Normal.hazard(z);
      double after = cavity - cavity * cavity * hazard * (z + hazard) / (spread * spread);
      double change = Math.max(0, 1 / after - others) - precisions[i];
      precisions[i] += change;
      shifts[i] = (mean + cavity * hazard / spread) / after - shift;
      double[] column = new double[count];
      for (int j = 0; j < count; j++) {
        column[j] = covariance.get(j, i);
      }
      double factor = change / (1 + change * variance);
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++) {
          covariance.add(a, b, -factor * column[a] * column[b]);
        }
      }
      multiplyShifts();
      return Math.abs(change) / (1 + precisions[i]);
    }

    private void multiplyShifts() {
      for (int a = 0; a < count; a++) {
        double sum = 0;
        for (int b = 0; b < count; b++) {
          sum += covariance.get(a, b) * shifts[b];
        }
        means[a] = sum;
      }
    }

    /** Computes the covariance from the sites, which rounding has not touched. */
    private void refresh() {
      double[] roots = roots();
      DMatrixRMaj inner = CommonOps_DDRM.identity(count);
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++) {
          inner.add(a, b, roots[a] * prior.get(a, b) * roots[b]);
        }
      }
      CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(count, true);
      if (!cholesky.decompose(inner)) {
        throw new ArithmeticException("the comparisons' matrix is not positive definite");
      }
      lower = cholesky.getT(null);
      DMatrixRMaj learned = new DMatrixRMaj(count, count);
      for (int b = 0; b < count; b++) {
        double[] column = new double[count];
        for (int a = 0; a < count; a++) {
          column[a] = roots[a] * prior.get(a, b);
        }
        TriangularSolver_DDRM.solveL(lower.data, column, count);
        for (int a = 0; a < count; a++) {
          learned.set(a, b, column[a]);
        }
      }
      covariance = prior.copy();
      CommonOps_DDRM.multAddTransA(-1, learned, learned, covariance);
      multiplyShifts();
    }

    double[] roots() {
      double[] roots = new double[count];
      for (int i = 0; i < count; i++) {
        roots[i] = Math.sqrt(precisions[i]);
      }
      return roots;
    }

    double[] weights() {
      double[] weights = new double[count];
      for (int i = 0; i < count; i++) {
        weights[i] = shifts[i] - precisions[i] * means[i];
      }
      return weights;
    }
  }
}
