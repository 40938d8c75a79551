package io.artrec.text.topic;

import io.artrec.task.Progress;
import io.artrec.task.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Two non-negative matrices whose product approaches a sparse one: {@code X ≈ W Hᵀ}, {@code W [rows
 * × width]}, {@code H [columns × width]}. Started from the singular value decomposition (NNDSVD:
 * Boutsidis, Gallopoulos, SVD based initialization: a head start for nonnegative matrix
 * factorization, Pattern Recognition 2008).
 */
final class NmfFactors {
  private static final String STAGE = "learning topics by NMF";
  private static final int BETWEEN_CHECKS = 10;

  /** How much the loss must fall in ten rounds, as a part of the first loss, to go on. */
  private static final double SETTLED = 1e-4;

  private final SparseRows rows;
  private final SparseRows columns;
  private final int width;
  private final NmfLoss loss;
  private final Workers work;
  private final double[] left;
  private final double[] right;

  NmfFactors(SparseRows matrix, int width, NmfLoss loss, long seed, Workers work) {
    this.rows = matrix;
    this.columns = matrix.transposed();
    this.width = width;
    this.loss = loss;
    this.work = work;
    left = new double[Math.multiplyExact(rows.rows(), width)];
    right = new double[Math.multiplyExact(columns.rows(), width)];
    start(RandomizedSvd.of(matrix, width, seed, work), seed);
  }

  private void start(RandomizedSvd.Factors svd, long seed) {
    double mean = Arrays.stream(rows.value()).sum() / rows.rows() / rows.columns();
    for (int k = 0; k < svd.values().length; k++) {
      double[] u = svd.left()[k];
      double[] v = svd.right()[k];
      double plus = norm(u, 1) * norm(v, 1);
      double minus = norm(u, -1) * norm(v, -1);
      int sign = plus >= minus || k == 0 ? 1 : -1;
      double size = Math.sqrt(svd.values()[k] * Math.max(plus, minus));
      fill(left, k, u, sign, size / norm(u, sign));
      fill(right, k, v, sign, size / norm(v, sign));
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = svd.values().length; k < width; k++) {
      scatter(left, k, mean, random);
      scatter(right, k, mean, random);
    }
    if (loss == NmfLoss.KULLBACK_LEIBLER) {
      raise(left, mean);
      raise(right, mean);
    }
  }

  private static double norm(double[] vector, int sign) {
    double square = 0;
    for (double value : vector) {
      double part = Math.max(0, sign * value);
      square += part * part;
    }
    return Math.sqrt(square);
  }

  private void fill(double[] factor, int k, double[] vector, int sign, double scale) {
    for (int i = 0; i < vector.length; i++) {
      double part = Math.max(0, sign * vector[i]);
      factor[i * width + k] = part > 0 ? part * scale : 0;
    }
  }

  private void scatter(double[] factor, int k, double mean, SplittableRandom random) {
    for (int i = k; i < factor.length; i += width) {
      factor[i] = mean * ((random.nextLong() >>> 11) * 0x1p-53 + 0.5);
    }
  }

  /** Multiplication never leaves 0. */
  private static void raise(double[] factor, double least) {
    for (int i = 0; i < factor.length; i++) {
      factor[i] = factor[i] > 0 ? factor[i] : least;
    }
  }

  /** Improves both factors until they have settled. */
  void run(int most) {
    double first = 0;
    double before = 0;
    for (int round = 0; round < most; round++) {
      work.cancellation().check(STAGE);
      boolean check = round % BETWEEN_CHECKS == 0;
      double now = half(rows, left, right, check);
      half(columns, right, left, false);
      work.progress().update(STAGE, round + 1L, most);
      if (round == 0) {
        first = now;
      } else if (check && before - now < SETTLED * first) {
        work.progress().update(STAGE, most, most);
        break;
      }
      before = check ? now : before;
    }
  }

  /** Improves one factor and returns the loss before that, where asked. */
  private double half(SparseRows matrix, double[] factor, double[] other, boolean measure) {
    double[] gram = loss == NmfLoss.FROBENIUS ? gram(other, width) : sums(other, width);
    double[] losses = new double[measure ? matrix.rows() : 0];
    work.progress(Progress.silent())
        .run(
            STAGE,
            matrix.rows(),
            (from, to) -> {
              NmfRow row = new NmfRow(width);
              for (int r = from; r < to; r++) {
                row.load(factor, r * width);
                int begin = matrix.start()[r];
                int end = matrix.start()[r + 1];
                double lost =
                    loss == NmfLoss.FROBENIUS
                        ? row.leastSquares(
                            matrix.column(), matrix.value(), begin, end, other, gram, measure)
                        : row.multiply(
                            matrix.column(), matrix.value(), begin, end, other, gram, measure);
                if (measure) {
                  losses[r] = lost;
                }
                row.store(factor, r * width);
              }
            });
    return Arrays.stream(losses).sum();
  }

  /** {@code FᵀF}, summed in the order of rows. */
  static double[] gram(double[] factor, int width) {
    double[] gram = new double[width * width];
    for (int at = 0; at < factor.length; at += width) {
      for (int a = 0; a < width; a++) {
        double value = factor[at + a];
        if (value != 0) {
          int row = a * width;
          for (int b = 0; b < width; b++) {
            gram[row + b] += value * factor[at + b];
          }
        }
      }
    }
    return gram;
  }

  static double[] sums(double[] factor, int width) {
    double[] sums = new double[width];
    for (int at = 0; at < factor.length; at += width) {
      for (int k = 0; k < width; k++) {
        sums[k] += factor[at + k];
      }
    }
    return sums;
  }

  /** The topics, in order of their shares: columns of H add up to 1, W takes their sums over. */
  NmfModel model(KnownTerms known) {
    double[] sums = sums(right, width);
    double[] amounts = new double[width];
    for (int at = 0; at < left.length; at += width) {
      double all = 0;
      for (int k = 0; k < width; k++) {
        all += left[at + k] * sums[k];
      }
      for (int k = 0; all > 0 && k < width; k++) {
        amounts[k] += left[at + k] * sums[k] / all;
      }
    }
    int[] order = TermTopics.order(amounts);
    float[] weights = new float[right.length];
    for (int place = 0; place < width; place++) {
      int k = order[place];
      for (int t = 0; t < columns.rows() && sums[k] > 0; t++) {
        weights[t * width + place] = (float) (right[t * width + k] / sums[k]);
      }
    }
    return new NmfModel(
        new TermTopics(known, width, weights, TermTopics.shares(amounts, order)), loss);
  }
}
