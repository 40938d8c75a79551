package io.artrec.cf.mf;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.factors.internal.FactorArrays;
import io.artrec.cf.factors.internal.RankingLearner;
import io.artrec.kernel.internal.Kernels;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Coordinate descent for {@link Nmf} on the whole matrix, zeros counted. With the works fixed, what
 * the sum asks of a visitor is a quadratic whose matrix {@code Σ q qᵀ} all visitors share; passing
 * over the factors, each is set to its best value that is not negative, the others standing. Then
 * the other way round. The objective never rises.
 */
final class NmfTraining implements RankingLearner {
  /** Passes over the factors of a row for one pass over its entries, which costs as much. */
  private static final int PASSES = 4;

  /** How often rows are improved by factors that stand. */
  private static final int ROUNDS = 10;

  private final Nmf strategy;
  private final Penalties penalties;
  private final Kernels kernels;
  private final TrainingContext context;
  private final int width;
  private final int stride;
  private final SparseMatrix byUser;
  private final SparseMatrix byArtwork;
  private final float[] users;
  private final float[] artworks;

  NmfTraining(Nmf strategy, SparseMatrix behavior, Kernels kernels, TrainingContext context) {
    this.strategy = strategy;
    this.kernels = kernels;
    this.context = context.silent();
    penalties = strategy.penalties();
    width = strategy.factors();
    stride = kernels.stride(width);
    byUser = behavior;
    byArtwork = behavior.transposed();
    users = new float[byUser.rows() * stride];
    artworks = new float[byArtwork.rows() * stride];
    start();
  }

  /** Equally distributed numbers that make products as large as the mean entry. */
  private void start() {
    double sum = 0;
    for (float value : byUser.values()) {
      sum += Math.abs(value);
    }
    double mean = sum / Math.max(1, (double) byUser.rows() * byArtwork.rows());
    double most = 2 * Math.sqrt(mean / width);
    SplittableRandom seeds = new SplittableRandom(context.seed());
    for (int artwork = 0; artwork < byArtwork.rows(); artwork++) {
      SplittableRandom random = new SplittableRandom(seeds.nextLong());
      for (int d = 0; d < width && byArtwork.length(artwork) > 0; d++) {
        artworks[artwork * stride + d] = (float) (most * random.nextDouble());
      }
    }
  }

  /** Takes the factors of the first works; new ones, and those nobody chose, have none yet. */
  void startFrom(float[] packed) {
    Arrays.fill(artworks, 0);
    for (int artwork = 0; artwork < packed.length / width; artwork++) {
      if (byArtwork.length(artwork) > 0) {
        System.arraycopy(packed, artwork * width, artworks, artwork * stride, width);
      }
    }
  }

  /** Improves all visitors, then some works, as often as it takes them to settle. */
  void refresh(boolean[] wanted) {
    boolean[] everybody = all(byUser);
    for (int round = 0; round < ROUNDS; round++) {
      improve(byUser, artworks, byArtwork.rows(), users, everybody);
    }
    for (int round = 0; round < ROUNDS; round++) {
      improve(byArtwork, users, byUser.rows(), artworks, wanted);
    }
  }

  @Override
  public void learn(int epoch) {
    improve(byUser, artworks, byArtwork.rows(), users, all(byUser));
    improve(byArtwork, users, byUser.rows(), artworks, all(byArtwork));
  }

  private static boolean[] all(SparseMatrix matrix) {
    boolean[] all = new boolean[matrix.rows()];
    Arrays.fill(all, true);
    return all;
  }

  private void improve(
      SparseMatrix rows, float[] fixed, int fixedRows, float[] improved, boolean[] wanted) {
    double[][] gram = gram(fixed, fixedRows);
    context
        .workers()
        .run(
            "training " + Nmf.NAME,
            rows.rows(),
            (from, to) -> {
              double[] row = new double[width];
              double[] gradient = new double[width];
              for (int r = from; r < to; r++) {
                if (rows.length(r) == 0) {
                  Arrays.fill(improved, r * stride, r * stride + width, 0);
                } else if (wanted[r]) {
                  improve(rows, r, fixed, gram, improved, row, gradient);
                }
              }
            });
  }

  private double[][] gram(float[] fixed, int fixedRows) {
    double[] upper = FactorArrays.gram(kernels, fixed, fixedRows, width);
    double[][] gram = new double[width][width];
    for (int r = 0; r < width; r++) {
      for (int c = r; c < width; c++) {
        gram[r][c] = upper[r * stride + c];
        gram[c][r] = gram[r][c];
      }
    }
    return gram;
  }

  private void improve(
      SparseMatrix rows,
      int r,
      float[] fixed,
      double[][] gram,
      float[] improved,
      double[] row,
      double[] gradient) {
    double penalty = penalties.ofFactors(rows.length(r));
    Arrays.fill(gradient, penalties.l1());
    for (int p = rows.begin(r); p < rows.end(r); p++) {
      add(-rows.values()[p], fixed, rows.indices()[p] * stride, gradient);
    }
    for (int d = 0; d < width; d++) {
      row[d] = improved[r * stride + d];
      gradient[d] += penalty * row[d];
    }
    for (int d = 0; d < width; d++) {
      if (row[d] != 0) {
        add(row[d], gram[d], gradient);
      }
    }
    for (int pass = 0; pass < PASSES; pass++) {
      for (int d = 0; d < width; d++) {
        double change = Math.max(-row[d], -gradient[d] / (gram[d][d] + penalty));
        if (change != 0) {
          row[d] += change;
          add(change, gram[d], gradient);
          gradient[d] += change * penalty;
        }
      }
    }
    for (int d = 0; d < width; d++) {
      improved[r * stride + d] = (float) Math.max(0, row[d]);
    }
  }

  private static void add(double factor, float[] rows, int at, double[] into) {
    for (int d = 0; d < into.length; d++) {
      into[d] += factor * rows[at + d];
    }
  }

  private static void add(double factor, double[] row, double[] into) {
    for (int d = 0; d < into.length; d++) {
      into[d] += factor * row[d];
    }
  }

  /** What is learned so far. */
  NmfScorer scorer() {
    float[] packed = new float[byArtwork.rows() * width];
    for (int artwork = 0; artwork < byArtwork.rows(); artwork++) {
      System.arraycopy(artworks, artwork * stride, packed, artwork * width, width);
    }
    return new NmfScorer(strategy, packed, byArtwork.rows());
  }

  @Override
  public Ranking ranking() {
    NmfScorer scorer = scorer();
    return (user, known, scores) -> scorer.scoreAll(known, scores);
  }

  /** What training minimises. */
  double objective() {
    double sum = penalties(byUser, users) + penalties(byArtwork, artworks);
    double[] ofUsers = FactorArrays.gram(kernels, users, byUser.rows(), width);
    double[] ofArtworks = FactorArrays.gram(kernels, artworks, byArtwork.rows(), width);
    for (int r = 0; r < width; r++) {
      for (int c = r; c < width; c++) {
        int at = r * stride + c;
        sum += (r == c ? 1 : 2) * ofUsers[at] * ofArtworks[at];
      }
    }
    for (int user = 0; user < byUser.rows(); user++) {
      for (int p = byUser.begin(user); p < byUser.end(user); p++) {
        double product = 0;
        for (int d = 0; d < width; d++) {
          product += (double) users[user * stride + d] * artworks[byUser.indices()[p] * stride + d];
        }
        double value = byUser.values()[p];
        sum += value * value - 2 * value * product;
      }
    }
    return sum;
  }

  private double penalties(SparseMatrix rows, float[] factors) {
    double sum = 0;
    for (int row = 0; row < rows.rows(); row++) {
      double penalty = penalties.ofFactors(rows.length(row));
      for (int d = 0; d < width; d++) {
        double value = factors[row * stride + d];
        sum += penalty * value * value + 2 * penalties.l1() * value;
      }
    }
    return sum;
  }
}
