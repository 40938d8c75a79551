package io.artrec.strategy;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression on pairs of works of which one was preferred: the minimum over weights {@code
 * x} of {@code Σ c · log(1 + exp(−(f(better) − f(worse)))) + ½ Σ_g (x_g − μ_g)ᵀ Λ (x_g − μ_g)},
 * {@code f(work) = x_g · z + b_g} with the group {@code g} of the work and its scores {@code z} by
 * the parts; weights are 0 or more, what is added ({@code b_g}) is free. Newton's steps, each the
 * minimum of the quadratic at hand within the bounds, halved until they help; the function is
 * convex, so there is one minimum.
 */
final class PairwiseLogistic {
  /** A pair of works, the one that was preferred and another. */
  static final class Pair {
    private final double[] better;
    private final double[] worse;
    private final int[] segments;
    private final double counts;

    /**
     * Creates a pair.
     *
     * @param better the scores of the preferred work by each part
     * @param worse those of the other
     * @param segments the segments of both, the preferred one's first
     * @param counts how much the pair counts, above 0
     */
    Pair(double[] better, double[] worse, int[] segments, double counts) {
      this.better = better;
      this.worse = worse;
      this.segments = segments;
      this.counts = counts;
    }

    double[] better() {
      return better;
    }

    double[] worse() {
      return worse;
    }

    int[] segments() {
      return segments;
    }

    double counts() {
      return counts;
    }
  }

  /** What weights are drawn to without pairs. */
  static final class Prior {
    private final double[][] center;
    private final double[][] precision;

    /**
     * Creates a prior.
     *
     * @param center for each group the weights and, last, what is added
     * @param precision how strongly, the same for each group
     */
    Prior(double[][] center, double[][] precision) {
      this.center = center;
      this.precision = precision;
    }

    double[][] center() {
      return center;
    }

    double[][] precision() {
      return precision;
    }
  }

  private static final int STEPS = 100;
  private static final double ENOUGH = 1e-9;

  private final List<Pair> pairs;
  private final int[] groupOf;
  private final Prior prior;
  private final int width;
  private final int size;

  /**
   * Prepares a regression.
   *
   * @param pairs the examples
   * @param groupOf the group of each segment; as many groups as the prior has
   * @param prior what weights are drawn to
   */
  PairwiseLogistic(List<Pair> pairs, int[] groupOf, Prior prior) {
    this.pairs = pairs;
    this.groupOf = groupOf;
    this.prior = prior;
    width = prior.center()[0].length;
    size = prior.center().length * width;
  }

  /** {@return for each group the weights and, last, what is added} */
  double[][] solve() {
    double[] x = Arrays.stream(prior.center()).flatMapToDouble(Arrays::stream).toArray();
    boolean[] bounded = new boolean[size];
    for (int i = 0; i < size; i++) {
      bounded[i] = i % width < width - 1;
    }
    double value = value(x);
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = gradient(x);
      double[][] curvature = curvature(x);
      double[] right = new double[size];
      for (int i = 0; i < size; i++) {
        right[i] = -gradient[i];
        for (int j = 0; j < size; j++) {
          right[i] += curvature[i][j] * x[j];
        }
      }
      double[] target = BoundedQuadratic.minimum(curvature, right, bounded);
      double share = 1;
      double[] moved = between(x, target, share);
      double lower = value(moved);
      while (lower > value && share > ENOUGH) {
        share /= 2;
        moved = between(x, target, share);
        lower = value(moved);
      }
      if (!(lower < value)) {
        break;
      }
      boolean isEnough = value - lower <= ENOUGH * Math.max(1, value);
      x = moved;
      value = lower;
      if (isEnough) {
        break;
      }
    }
    double[][] solved = new double[prior.center().length][];
    for (int group = 0; group < solved.length; group++) {
      solved[group] = Arrays.copyOfRange(x, group * width, (group + 1) * width);
    }
    return solved;
  }

  private static double[] between(double[] from, double[] to, double share) {
    double[] x = new double[from.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = from[i] + share * (to[i] - from[i]);
    }
    return x;
  }

  double value(double[] x) {
    double value = 0;
    for (Pair pair : pairs) {
      double margin = margin(pair, x);
      value +=
          pair.counts()
              * (margin > 0
                  ? Math.log1p(Math.exp(-margin))
                  : Math.log1p(Math.exp(margin)) - margin);
    }
    double[] pull = pull(x);
    for (int i = 0; i < size; i++) {
      value += 0.5 * pull[i] * (x[i] - center(i));
    }
    return value;
  }

  double[] gradient(double[] x) {
    double[] gradient = pull(x);
    for (Pair pair : pairs) {
      double slope = -pair.counts() * logistic(-margin(pair, x));
      add(gradient, start(pair, 0), pair.better(), slope);
      add(gradient, start(pair, 1), pair.worse(), -slope);
    }
    return gradient;
  }

  double[][] curvature(double[] x) {
    double[][] curvature = ofPairs(x);
    for (int i = 0; i < size; i++) {
      int start = i - i % width;
      for (int j = 0; j < width; j++) {
        curvature[i][start + j] += prior.precision()[i % width][j];
      }
    }
    return curvature;
  }

  /** The curvature without the prior's. */
  private double[][] ofPairs(double[] x) {
    double[][] curvature = new double[size][size];
    double[] signed = new double[2 * width];
    int[] index = new int[2 * width];
    for (Pair pair : pairs) {
      double likely = logistic(margin(pair, x));
      double counts = pair.counts() * likely * (1 - likely);
      for (int i = 0; i < width; i++) {
        boolean isPart = i < width - 1;
        signed[i] = isPart ? pair.better()[i] : 1;
        signed[width + i] = isPart ? -pair.worse()[i] : -1;
        index[i] = start(pair, 0) + i;
        index[width + i] = start(pair, 1) + i;
      }
      for (int i = 0; i < index.length; i++) {
        for (int j = 0; j < index.length; j++) {
          curvature[index[i]][index[j]] += counts * signed[i] * signed[j];
        }
      }
    }
    return curvature;
  }

  private double margin(Pair pair, double[] x) {
    return score(pair.better(), start(pair, 0), x) - score(pair.worse(), start(pair, 1), x);
  }

  private double score(double[] scores, int start, double[] x) {
    double score = x[start + width - 1];
    for (int part = 0; part < width - 1; part++) {
      score += x[start + part] * scores[part];
    }
    return score;
  }

  private void add(double[] gradient, int start, double[] scores, double slope) {
    for (int part = 0; part < width - 1; part++) {
      gradient[start + part] += slope * scores[part];
    }
    gradient[start + width - 1] += slope;
  }

  private int start(Pair pair, int which) {
    return groupOf[pair.segments()[which]] * width;
  }

  /** {@code Λ (x − μ)}. */
  private double[] pull(double[] x) {
    double[] pull = new double[size];
    for (int i = 0; i < size; i++) {
      int start = i - i % width;
      for (int j = 0; j < width; j++) {
        pull[i] += prior.precision()[i % width][j] * (x[start + j] - center(start + j));
      }
    }
    return pull;
  }

  private double center(int i) {
    return prior.center()[i / width][i % width];
  }

  static double logistic(double margin) {
    return margin > 0 ? 1 / (1 + Math.exp(-margin)) : Math.exp(margin) / (1 + Math.exp(margin));
  }
}
