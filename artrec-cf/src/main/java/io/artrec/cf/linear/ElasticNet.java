package io.artrec.cf.linear;

import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.data.internal.TopEntries;
import java.util.Arrays;

/**
 * Linear regression with both penalties, from inner products alone: minimises {@code ½|a − Fw|² + ½
 * l2 |w|² + l1 |w|₁}, with {@code w ≥ 0} unless negative weights are allowed, by cyclic coordinate
 * descent (Friedman, Hastie, Tibshirani, Regularization paths for generalized linear models via
 * coordinate descent, Journal of Statistical Software 2010).
 *
 * <p>Only a working set of features is swept, first those that would move most; when it stands
 * still, the features outside are looked at and up to as many as there are join, until none would
 * move. Reused regression after regression; not thread-safe.
 */
final class ElasticNet {
  private static final int FIRST = 32;

  /** Inner products of features. */
  interface Gram {
    /** The inner products of a feature with all others, by their ids. */
    float[] row(int id);
  }

  private final double l1;
  private final double l2;
  private final boolean negative;
  private final int epochs;
  private final double tolerance;

  /** By position. */
  private double[] weights = new double[0];

  private double[] gradients = new double[0];
  private boolean[] isActive = new boolean[0];

  /** The working set, in the order of joining. */
  private int active;

  private int[] activePositions = new int[0];
  private int[] activeIds = new int[0];
  private double[] activeGradients = new double[0];
  private double[] activeWeights = new double[0];

  /**
   * Creates a solver.
   *
   * @param epochs how many sweeps a regression takes at most
   * @param tolerance weights that would move no more are left alone
   */
  ElasticNet(double l1, double l2, boolean negative, int epochs, double tolerance) {
    this.l1 = l1;
    this.l2 = l2;
    this.negative = negative;
    this.epochs = epochs;
    this.tolerance = tolerance;
  }

  /**
   * Solves a regression.
   *
   * @param gram inner products of the features
   * @param squares inner products of each feature with itself, by id
   * @param ids the features
   * @param right the inner product of each of them with what is to be predicted
   * @param first the weights to begin with, one for each of {@code ids}
   * @return a weight for each of {@code ids}; overwritten by the next call
   */
  double[] solve(Gram gram, double[] squares, int[] ids, double[] right, double[] first) {
    start(ids.length);
    begin(ids, first);
    readGradients(gram, ids, right);
    int left = epochs;
    if (active > 0) {
      takeGradients();
      left -= sweeps(gram, squares, left);
      readGradients(gram, ids, right);
    }
    while (left > 0 && join(squares, ids)) {
      left -= sweeps(gram, squares, left);
      readGradients(gram, ids, right);
    }
    return weights;
  }

  private void start(int size) {
    if (weights.length < size) {
      weights = new double[size];
      gradients = new double[size];
      isActive = new boolean[size];
    }
    Arrays.fill(weights, 0, size, 0);
    Arrays.fill(isActive, 0, size, false);
    active = 0;
  }

  /** Takes into the working set what has a weight. */
  private void begin(int[] ids, double[] first) {
    int size = 0;
    for (double weight : first) {
      size += weight != 0 ? 1 : 0;
    }
    makeRoom(size);
    for (int position = 0; position < ids.length; position++) {
      if (first[position] != 0) {
        join(ids, position, first[position]);
      }
    }
  }

  private void makeRoom(int size) {
    if (activeIds.length < size) {
      activePositions = Arrays.copyOf(activePositions, 2 * size);
      activeIds = Arrays.copyOf(activeIds, 2 * size);
      activeGradients = Arrays.copyOf(activeGradients, 2 * size);
      activeWeights = Arrays.copyOf(activeWeights, 2 * size);
    }
  }

  private void join(int[] ids, int position, double weight) {
    isActive[position] = true;
    activePositions[active] = position;
    activeIds[active] = ids[position];
    activeWeights[active++] = weight;
  }

  private void takeGradients() {
    for (int k = 0; k < active; k++) {
      activeGradients[k] = gradients[activePositions[k]];
    }
  }

  /** Takes into the working set what would move most; false when nothing outside would move. */
  private boolean join(double[] squares, int[] ids) {
    TopEntries most = new TopEntries(Math.max(FIRST, active));
    for (int position = 0; position < ids.length; position++) {
      if (!isActive[position]) {
        double move = Math.abs(moved(gradients[position], 0, squares[ids[position]]));
        if (move > tolerance) {
          most.offer(position, (float) move);
        }
      }
    }
    SparseVector joining = most.byIndex();
    makeRoom(active + joining.size());
    for (int position : joining.indices()) {
      join(ids, position, 0);
    }
    takeGradients();
    return joining.size() > 0;
  }

  /** Sweeps the working set until it stands still; returns how often. */
  private int sweeps(Gram gram, double[] squares, int most) {
    int done = 0;
    double greatest = Double.POSITIVE_INFINITY;
    while (done < most && greatest > tolerance) {
      greatest = 0;
      for (int k = 0; k < active; k++) {
        double weight = moved(activeGradients[k], activeWeights[k], squares[activeIds[k]]);
        double change = weight - activeWeights[k];
        if (change != 0) {
          activeWeights[k] = weight;
          subtract(change, gram.row(activeIds[k]));
          greatest = Math.max(greatest, Math.abs(change));
        }
      }
      done++;
    }
    return done;
  }

  private void subtract(double change, float[] row) {
    for (int k = 0; k < active; k++) {
      activeGradients[k] -= change * row[activeIds[k]];
    }
  }

  /** Where the minimum along one weight is, the others standing. */
  private double moved(double gradient, double weight, double square) {
    double curvature = square + l2;
    double aim = gradient + square * weight;
    if (!(curvature > 0) || (!negative && aim <= l1) || Math.abs(aim) <= l1) {
      return 0;
    }
    return (aim - Math.copySign(l1, aim)) / curvature;
  }

  private void readGradients(Gram gram, int[] ids, double[] right) {
    System.arraycopy(right, 0, gradients, 0, ids.length);
    for (int k = 0; k < active; k++) {
      double weight = activeWeights[k];
      weights[activePositions[k]] = weight;
      if (weight != 0) {
        float[] row = gram.row(activeIds[k]);
        for (int position = 0; position < ids.length; position++) {
          gradients[position] -= weight * row[ids[position]];
        }
      }
    }
  }
}
