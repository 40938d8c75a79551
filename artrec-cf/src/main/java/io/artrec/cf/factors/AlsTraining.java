package io.artrec.cf.factors;

import io.artrec.cf.data.SparseMatrix;
import io.artrec.cf.data.Workers;
import io.artrec.kernel.Kernels;
import io.artrec.kernel.RidgeSolver;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Alternating least squares: visitors from works, works from visitors, as often as asked. */
final class AlsTraining implements RankingLearner {
  private static final int GRAM_ROWS = 512;

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
    float[] base = base(fixed, fixedRows);
    Workers.run(
        context,
        "training " + ImplicitAls.NAME,
        rows.rows(),
        (from, to) -> {
          Row row = new Row(fixed);
          for (int r = from; r < to; r++) {
            if (wanted[r]) {
              row.solve(rows, r, base, fixedRows, solved);
            }
          }
        });
  }

  /** {@code α₀ · Σ y yᵀ}. */
  private float[] base(float[] fixed, int fixedRows) {
    double[] sum = gram(kernels, fixed, fixedRows, width);
    float[] base = new float[sum.length];
    for (int r = 0; r < width; r++) {
      for (int c = r; c < width; c++) {
        base[r * stride + c] = (float) (strategy.unobservedWeight() * sum[r * stride + c]);
        base[c * stride + r] = base[r * stride + c];
      }
    }
    return base;
  }

  /** The upper triangle of {@code Σ y yᵀ}, summed in doubles over blocks summed in floats. */
  static double[] gram(Kernels kernels, float[] rows, int count, int width) {
    double[] sum = new double[kernels.stride(width) * kernels.stride(width)];
    float[] part = new float[sum.length];
    for (int first = 0; first < count; first += GRAM_ROWS) {
      Arrays.fill(part, 0);
      kernels.addGram(rows, first, Math.min(GRAM_ROWS, count - first), width, part);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
    return sum;
  }

  /** One thread's work space. */
  private final class Row {
    private final float[] fixed;
    private final RidgeSolver solver;

    Row(float[] fixed) {
      this.fixed = fixed;
      solver =
          strategy.solver() == ImplicitAls.Solver.CHOLESKY
              ? kernels.ridgeSolver(width)
              : new ConjugateGradient(width, stride, strategy.steps());
    }

    void solve(SparseMatrix rows, int row, float[] base, int fixedRows, float[] solved) {
      if (rows.length(row) == 0) {
        Arrays.fill(solved, row * stride, (row + 1) * stride, 0);
        return;
      }
      solver.begin(base, (float) strategy.penalty(rows.length(row), fixedRows));
      for (int p = rows.begin(row); p < rows.end(row); p++) {
        float value = rows.values()[p];
        float weight = (float) (strategy.confidence() * Math.abs(value));
        solver.add(fixed, rows.indices()[p], weight, value > 0 ? 1 : 0);
      }
      if (!solver.solve(solved, row)) {
        solveInDoubles(rows, row, base, fixedRows, solved);
      }
    }

    /** For weights so far apart that float loses the small ones. */
    private void solveInDoubles(
        SparseMatrix rows, int row, float[] base, int fixedRows, float[] solved) {
      double[][] lower = new double[width][width];
      double[] wide = new double[width];
      for (int r = 0; r < width; r++) {
        for (int c = 0; c <= r; c++) {
          lower[r][c] = base[c * stride + r];
        }
        lower[r][r] += strategy.penalty(rows.length(row), fixedRows);
      }
      for (int p = rows.begin(row); p < rows.end(row); p++) {
        double value = strategy.confidence() * rows.values()[p];
        int at = rows.indices()[p] * stride;
        for (int r = 0; r < width; r++) {
          wide[r] += Math.max(0, value) * fixed[at + r];
          for (int c = 0; c <= r; c++) {
            lower[r][c] += Math.abs(value) * fixed[at + r] * fixed[at + c];
          }
        }
      }
      double[] x = new SymmetricSystem(lower).solve(wide);
      for (int r = 0; r < width; r++) {
        solved[row * stride + r] = (float) x[r];
      }
    }
  }
}
