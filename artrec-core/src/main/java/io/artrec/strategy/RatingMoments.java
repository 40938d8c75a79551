package io.artrec.strategy;

import java.util.Arrays;

/**
 * Sums over examples of {@code (x_1 .. x_m, y)}, what the parts predicted and what was rated: all
 * that least squares need. Memory O(m²).
 */
final class RatingMoments {
  /**
   * How far weights are drawn to equal ones, beside the variance: decides where parts are alike.
   */
  private static final double EVEN = 1e-6;

  /** The same beside squares, whose differences the variance is. */
  private static final double ROUNDING = 1e-12;

  private final int parts;
  private double count;
  private final double[] sums;
  private final double[][] products;

  RatingMoments(int parts) {
    this.parts = parts;
    sums = new double[parts + 1];
    products = new double[parts + 1][parts + 1];
  }

  double count() {
    return count;
  }

  /** Adds an example: what the parts predicted, and the rating in the last place. */
  void add(double[] example) {
    count++;
    for (int i = 0; i <= parts; i++) {
      sums[i] += example[i];
      for (int j = 0; j <= parts; j++) {
        products[i][j] += example[i] * example[j];
      }
    }
  }

  /** Adds other sums, each of their examples counting {@code weight}. */
  void add(RatingMoments other, double weight) {
    count += weight * other.count;
    for (int i = 0; i <= parts; i++) {
      sums[i] += weight * other.sums[i];
      for (int j = 0; j <= parts; j++) {
        products[i][j] += weight * other.products[i][j];
      }
    }
  }

  /** These and the examples of a wider group, all of those together counting as some. */
  RatingMoments borrowing(RatingMoments wider, double examples) {
    RatingMoments both = new RatingMoments(parts);
    both.add(this, 1);
    if (wider.count > 0) {
      both.add(wider, examples / wider.count);
    }
    return both;
  }

  /** The same predictions, rated with their mean. */
  RatingMoments ratedAsPredicted() {
    RatingMoments rated = new RatingMoments(parts);
    rated.add(this, 1);
    Arrays.fill(rated.products[parts], 0);
    rated.sums[parts] = 0;
    for (int i = 0; i < parts; i++) {
      rated.sums[parts] += sums[i] / parts;
      double product = 0;
      for (int j = 0; j < parts; j++) {
        product += products[i][j] / parts;
      }
      rated.products[i][parts] = product;
      rated.products[parts][i] = product;
      rated.products[parts][parts] += product / parts;
    }
    return rated;
  }

  /** Weights of 0 or more and, last, what is added, with the least squared error. */
  double[] leastSquares() {
    double[] solved = new double[parts + 1];
    if (!(count > 0)) {
      Arrays.fill(solved, 0, parts, 1.0 / parts);
      return solved;
    }
    double[][] covariance = new double[parts][parts];
    double[] right = new double[parts];
    double even = Double.MIN_NORMAL;
    for (int i = 0; i < parts; i++) {
      for (int j = 0; j < parts; j++) {
        covariance[i][j] = covariance(i, j);
      }
      right[i] = covariance(i, parts);
      even += EVEN * Math.max(0, covariance[i][i]) / parts;
      even += ROUNDING * products[i][i] / count / parts;
    }
    boolean[] bounded = new boolean[parts];
    Arrays.fill(bounded, true);
    for (int i = 0; i < parts; i++) {
      covariance[i][i] += even;
      right[i] += even / parts;
    }
    double[] weights = BoundedQuadratic.minimum(covariance, right, bounded);
    solved[parts] = sums[parts] / count;
    for (int i = 0; i < parts; i++) {
      solved[i] = weights[i];
      solved[parts] -= weights[i] * sums[i] / count;
    }
    return solved;
  }

  private double covariance(int i, int j) {
    return products[i][j] / count - sums[i] / count * (sums[j] / count);
  }
}
