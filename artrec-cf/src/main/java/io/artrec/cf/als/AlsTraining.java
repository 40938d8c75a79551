package io.artrec.cf.als;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.factors.internal.RankingLearner;
import io.artrec.kernel.internal.Kernels;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Alternating least squares: visitors from works, works from visitors, as often as asked. */
final class AlsTraining implements RankingLearner {
  private final ImplicitAls strategy;
  private final Kernels kernels;
  private final TrainingContext context;
  private final int width;
  private final int stride;
  private final SparseMatrix byUser;
  private final SparseMatrix byArtwork;
  private final float[] users;
  private final float[] artworks;

  AlsTraining(
      ImplicitAls strategy, SparseMatrix behavior, Kernels kernels, TrainingContext context) {
    this.strategy = strategy;
    this.kernels = kernels;
    this.context = context;
    width = strategy.factors();
    stride = kernels.stride(width);
    byUser = behavior;
    byArtwork = behavior.transposed();
    users = new float[byUser.rows() * stride];
    artworks = new float[byArtwork.rows() * stride];
    start();
  }

  /** Small normal numbers, for each work from a generator of its own. */
  private void start() {
    double scale = 0.1 / Math.sqrt(width);
    SplittableRandom seeds = new SplittableRandom(context.seed());
    for (int artwork = 0; artwork < byArtwork.rows(); artwork++) {
      SplittableRandom random = new SplittableRandom(seeds.nextLong());
      for (int d = 0; d < width && byArtwork.length(artwork) > 0; d++) {
        artworks[artwork * stride + d] = (float) (scale * random.nextGaussian());
      }
    }
  }

  /** Takes the factors of the first works; new ones, and those nobody chose, have none yet. */
  void startFrom(float[] packed) {
    Arrays.fill(artworks, 0);
    for (int artwork = 0; artwork < packed.length / width; artwork++) {
      boolean known = byArtwork.length(artwork) > 0;
      for (int d = 0; d < width; d++) {
        artworks[artwork * stride + d] = known ? packed[artwork * width + d] : 0;
      }
    }
  }

  /** Solves all visitors, then some works. */
  void refresh(boolean[] wanted) {
    solve(byUser, artworks, byArtwork.rows(), users);
    solve(byArtwork, users, byUser.rows(), artworks, wanted);
  }

  /** Solves all visitors, then all works. */
  @Override
  public void learn(int epoch) {
    solve(byUser, artworks, byArtwork.rows(), users);
    solve(byArtwork, users, byUser.rows(), artworks);
  }

  /** What is learned so far. */
  ImplicitAlsScorer scorer() {
    float[] packed = new float[byArtwork.rows() * width];
    for (int artwork = 0; artwork < byArtwork.rows(); artwork++) {
      System.arraycopy(artworks, artwork * stride, packed, artwork * width, width);
    }
    return new ImplicitAlsScorer(strategy, packed, byArtwork.rows());
  }

  @Override
  public Ranking ranking() {
    ImplicitAlsScorer scorer = scorer();
    return (user, known, scores) -> scorer.scoreAll(known, scores);
  }

  private void solve(SparseMatrix rows, float[] fixed, int fixedRows, float[] solved) {
    boolean[] all = new boolean[rows.rows()];
    Arrays.fill(all, true);
    solve(rows, fixed, fixedRows, solved, all);
  }

  private void solve(
      SparseMatrix rows, float[] fixed, int fixedRows, float[] solved, boolean[] wanted) {
    AlsSystem.Fixed known = AlsSystem.Fixed.of(strategy, kernels, fixed, fixedRows);
    context
        .workers()
        .run(
            "training " + ImplicitAls.NAME,
            rows.rows(),
            (from, to) -> {
              AlsSystem system = AlsSystem.training(known);
              for (int r = from; r < to; r++) {
                if (wanted[r]) {
                  solve(rows, r, system, solved);
                }
              }
            });
  }

  private void solve(SparseMatrix rows, int row, AlsSystem system, float[] solved) {
    if (rows.length(row) == 0) {
      Arrays.fill(solved, row * stride, (row + 1) * stride, 0);
      return;
    }
    system.solve(rows.indices(), rows.values(), rows.begin(row), rows.end(row), solved, row);
  }
}
