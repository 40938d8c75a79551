package io.artrec.cf.pairwise;

import io.artrec.cf.data.internal.SparseVector;
import java.util.Arrays;

/**
 * The factors of whoever asks, from their history, with the works' factors as they are: where the
 * steps of training cancel out on average, {@code λ x = mean over known works i of w_i Σ_j c_j
 * z(s_j − s_i) (q_i − q_j)}, with {@code s} the scores, {@code z} the slope of the loss, and {@code
 * c} the chances of a {@link NegativePanel} without what the visitor knows. A disliked work takes
 * the part of {@code j}. As {@code z} depends on {@code i} by its score alone, it is computed for a
 * grid of scores and interpolated, so that a long history costs little more.
 *
 * <p>For logistic loss this is the minimum of a convex function. It is approached by gradient steps
 * of Barzilai and Borwein's length (Two-point step size gradient methods, IMA Journal of Numerical
 * Analysis, 1988), some seven of them. O(steps · (panel · (factors + grid) + history · factors)).
 * In plain Java, so that answers do not depend on kernels. Thread-safe.
 */
final class PairwiseFoldIn {
  private static final int STEPS = 30;
  private static final double TOLERANCE = 3e-3;

  /** Beyond so many units, a slope is least or most. */
  private static final double REACH = 60;

  private final float[][] works;
  private final float[] biases;
  private final double regularization;
  private final PairwiseLoss loss;
  private final NegativePanel panel;

  PairwiseFoldIn(
      float[][] works,
      float[] biases,
      double regularization,
      PairwiseLoss loss,
      NegativePanel panel) {
    this.works = works;
    this.biases = biases;
    this.regularization = regularization;
    this.loss = loss;
    this.panel = panel;
  }

  /**
   * Solves for a visitor.
   *
   * @param known works with factors and the entries' weights
   */
  Visitor solve(SparseVector known) {
    Visitor visitor = new Visitor(known);
    if (known.size() > 0) {
      visitor.solve();
    }
    return visitor;
  }

  /** A visitor's solution. Immutable once it is solved. */
  final class Visitor {
    private final SparseVector known;
    private final float[] factors;
    private final double[] gradient;
    private final float[] chances;
    private final float[] exponentials;
    private final float[] slopes;
    private final float[] pushes;
    private final GridOfScores liked;
    private final GridOfScores disliked;

    /** By how many works' steps the factors are held to 0. */
    private double holds;

    private Visitor(SparseVector known) {
      this.known = known;
      factors = new float[known.size() == 0 ? 0 : works[known.indices()[0]].length];
      gradient = new double[factors.length];
      liked = new GridOfScores(known, 1);
      disliked = new GridOfScores(known, -1);
      int size = panel.works().length;
      chances = new float[size];
      exponentials = new float[size];
      slopes = new float[size];
      pushes = new float[size];
      double sum = 0;
      for (int j = 0; j < size; j++) {
        chances[j] = known.contains(panel.works()[j]) ? 0 : panel.chances()[j];
        sum += chances[j];
      }
      for (int j = 0; j < size && sum > 0; j++) {
        chances[j] /= (float) sum;
      }
    }

    /** The works of the history that count, with their weights. */
    SparseVector known() {
      return known;
    }

    /** The solution; shared. */
    float[] factors() {
      return factors;
    }

    /** Keeps the point with the least gradient of those it comes by. */
    private void solve() {
      differentiate();
      double first = norm();
      double least = first;
      float[] best = factors.clone();
      double usual = 1 / (regularization + 0.5);
      double step = usual;
      double[] before = new double[factors.length];
      for (int k = 0; k < STEPS && least > TOLERANCE * first; k++) {
        System.arraycopy(gradient, 0, before, 0, before.length);
        for (int d = 0; d < factors.length; d++) {
          factors[d] -= (float) (step * gradient[d]);
        }
        differentiate();
        double norm = norm();
        if (!(norm < Double.POSITIVE_INFINITY)) {
          break;
        }
        if (norm < least) {
          least = norm;
          System.arraycopy(factors, 0, best, 0, best.length);
        }
        step = next(step, before, usual);
      }
      System.arraycopy(best, 0, factors, 0, best.length);
    }

    private double norm() {
      double sum = 0;
      for (double value : gradient) {
        sum += value * value;
      }
      return Math.sqrt(sum);
    }

    private double next(double step, double[] before, double usual) {
      double moved = 0;
      double bent = 0;
      for (int d = 0; d < before.length; d++) {
        double move = -step * before[d];
        moved += move * move;
        bent += move * (gradient[d] - before[d]);
      }
      return bent > 0 ? Math.min(moved / bent, 1 / regularization) : usual;
    }

    /** Sets the gradient at the factors. */
    private void differentiate() {
      compare();
      Arrays.fill(pushes, 0);
      holds = 0;
      float[] pull = new float[factors.length];
      for (GridOfScores side : new GridOfScores[] {liked, disliked}) {
        for (int point = 0; point < side.points(); point++) {
          double close = slopes(side, point);
          double weight = loss.weight(close);
          side.set(point, weight * close);
          holds += loss.chance(close) * side.count(point);
          add((float) (side.sign() * weight * side.mass(point)), slopes, pushes);
        }
        for (int k = 0; k < side.size(); k++) {
          float weight = (float) (side.weight(k) * side.interpolated(k));
          add(weight, works[side.work(k)], pull);
        }
      }
      for (int j = 0; j < pushes.length; j++) {
        add(-pushes[j] * chances[j], works[panel.works()[j]], pull);
      }
      for (int d = 0; d < factors.length; d++) {
        gradient[d] = (regularization * holds * factors[d] - pull[d]) / known.size();
      }
    }

    /** Scores the panel and the known works. */
    private void compare() {
      liked.score(factors, works, biases);
      disliked.score(factors, works, biases);
      for (int j = 0; j < exponentials.length; j++) {
        int work = panel.works()[j];
        exponentials[j] = exponential(biases[work] + product(factors, works[work]));
      }
    }

    private double center() {
      return liked.size() > 0 ? liked.center() : disliked.center();
    }

    private float exponential(double score) {
      double units = (score - center()) / loss.unit();
      return (float) Math.exp(Math.max(-REACH, Math.min(REACH, units)));
    }

    /** The slope against each work of the panel at a point; returns their mean. */
    private float slopes(GridOfScores side, int point) {
      float edge = exponential(side.score(point) - side.sign() * loss.margin());
      if (side.sign() > 0) {
        shareOfFirst(exponentials, edge, slopes);
      } else {
        shareOfSecond(exponentials, edge, slopes);
      }
      return product(chances, slopes);
    }

    /**
     * What each known work adds to the product of the factors with a work's, in the order of {@link
     * #known}: its part of the steps, and the same share of what is left of the gradient.
     */
    double[] parts(int work) {
      float[] target = works[work];
      double[] parts = new double[known.size()];
      Visitor copy = new Visitor(known);
      System.arraycopy(factors, 0, copy.factors, 0, factors.length);
      copy.differentiate();
      float[] expected = new float[chances.length];
      for (int j = 0; j < expected.length; j++) {
        expected[j] = chances[j] * product(works[panel.works()[j]], target);
      }
      double divisor = regularization * Math.max(copy.holds, 0.01 * known.size());
      for (GridOfScores side : new GridOfScores[] {copy.liked, copy.disliked}) {
        copy.explain(side, expected, target, parts, divisor);
      }
      double left = 0;
      for (int d = 0; d < factors.length; d++) {
        left += (double) factors[d] * target[d];
      }
      for (double part : parts) {
        left -= part;
      }
      for (int k = 0; k < parts.length; k++) {
        parts[k] += left / parts.length;
      }
      return parts;
    }

    private void explain(
        GridOfScores side, float[] expected, float[] target, double[] parts, double divisor) {
      double[] own = new double[side.size()];
      for (int k = 0; k < own.length; k++) {
        own[k] = side.interpolated(k) * product(works[side.work(k)], target);
      }
      for (int point = 0; point < side.points(); point++) {
        double weight = loss.weight(slopes(side, point));
        side.set(point, weight * product(expected, slopes));
      }
      for (int k = 0; k < own.length; k++) {
        parts[side.position(k)] = side.weight(k) * (own[k] - side.interpolated(k)) / divisor;
      }
    }
  }

  private static void shareOfFirst(float[] first, float second, float[] shares) {
    for (int j = 0; j < shares.length; j++) {
      shares[j] = first[j] / (first[j] + second);
    }
  }

  private static void shareOfSecond(float[] first, float second, float[] shares) {
    for (int j = 0; j < shares.length; j++) {
      shares[j] = second / (first[j] + second);
    }
  }

  private static void add(float by, float[] row, float[] into) {
    for (int d = 0; d < into.length; d++) {
      into[d] += by * row[d];
    }
  }

  static float product(float[] x, float[] y) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int d = 0;
    for (; d + 4 <= x.length; d += 4) {
      s0 += x[d] * y[d];
      s1 += x[d + 1] * y[d + 1];
      s2 += x[d + 2] * y[d + 2];
      s3 += x[d + 3] * y[d + 3];
    }
    for (; d < x.length; d++) {
      s0 += x[d] * y[d];
    }
    return s0 + s1 + (s2 + s3);
  }
}
