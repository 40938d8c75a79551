package io.artrec.map;

import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Puts works on a plane so that neighbors stay neighbors (van der Maaten and Hinton, Visualizing
 * data using t-SNE, JMLR 9, 2008; van der Maaten, Accelerating t-SNE using tree-based algorithms,
 * JMLR 15, 2014).
 *
 * <p>With {@code p_ij} of normal distributions over the {@code 3 · perplexity} works of the largest
 * cosine and {@code q_ij = (1 + |y_i − y_j|²)^-1 / Z}, it minimises {@code Σ p_ij log(p_ij / q_ij)}
 * by gradient descent: a quarter of the steps with {@code p} twelve times as large and momentum
 * 0.5, the others with 0.8, the step length works / 48 or 50, whichever is larger (Belkina et al.,
 * Automated optimized parameters for t-SNE, Nature Communications 10, 2019). Far works push by
 * cells of a tree with {@code θ = 0.5}. It begins with the smoothest functions on the graph of
 * neighbors, so nothing is left to chance, and ends with its longer side from left to right: the
 * same vectors give the same map to the bit, at any number of threads. Below 12 works their
 * principal components are taken instead.
 *
 * <p>Distances between far groups mean little, sizes of groups nothing; what counts is who is next
 * to whom. Works without a vector have no place. Finding neighbors is O(works² · dimensions), a
 * step O(works · (perplexity + log works)); memory 24 · perplexity bytes a work beside its vector.
 * Immutable and thread-safe.
 */
public final class Tsne {
  private static final int FEWEST = 12;
  private static final double EXAGGERATION = 12;
  private static final double THETA = 0.5;
  private static final double SMALL = 1e-4;
  private static final double LEAST_GAIN = 0.01;

  private final double perplexity;
  private final int steps;

  private Tsne(double perplexity, int steps) {
    this.perplexity = perplexity;
    this.steps = steps;
  }

  /** {@return t-SNE of perplexity 30 in 1,000 steps} */
  public static Tsne standard() {
    return new Tsne(30, 1000);
  }

  /**
   * {@return this with another perplexity}
   *
   * @param neighbors with how many others a work is held together, 2 to 200; a third of all others
   *     where there are fewer
   */
  public Tsne perplexity(double neighbors) {
    if (!(neighbors >= 2 && neighbors <= 200)) {
      throw new IllegalArgumentException("perplexity is " + neighbors + ", expected 2 to 200");
    }
    return new Tsne(neighbors, steps);
  }

  /**
   * {@return this with other steps}
   *
   * @param count how many steps of descent, 100 to 10,000
   */
  public Tsne steps(int count) {
    if (count < 100 || count > 10_000) {
      throw new IllegalArgumentException("steps is " + count + ", expected 100 to 10,000");
    }
    return new Tsne(perplexity, count);
  }

  /**
   * {@return where works lie}
   *
   * @param vectors a feature of a catalogue's works
   * @param workers threads, progress and cancellation; the layout does not depend on them
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public PlaneLayout layout(FeatureMatrix vectors, Workers workers) {
    BitSet placed = vectors.presentRows();
    int[] rows = placed.stream().toArray();
    double[][] positions =
        rows.length < FEWEST
            ? PrincipalPlane.of(vectors, rows)
            : new Descent(vectors, rows.length, workers).positions();
    double[] x = new double[vectors.size()];
    double[] y = new double[vectors.size()];
    for (int i = 0; i < rows.length; i++) {
      x[rows[i]] = positions[0][i];
      y[rows[i]] = positions[1][i];
    }
    return PlaneLayout.of(x, y, placed);
  }

  /** The descent of one layout. */
  private final class Descent {
    private final Affinities affinities;
    private final Workers workers;
    private final int works;
    private final double[][] at;
    private final double[][] moves;
    private final double[][] gains;
    private final double[][] pushes;
    private final double[] weights;

    Descent(FeatureMatrix vectors, int works, Workers workers) {
      this.works = works;
      this.workers = workers;
      affinities = Affinities.of(vectors, Math.min(perplexity, (works - 1) / 3.0), workers);
      at = SpectralStart.of(affinities, SMALL);
      moves = new double[2][works];
      gains = new double[2][works];
      pushes = new double[2][works];
      weights = new double[works];
      Arrays.fill(gains[0], 1);
      Arrays.fill(gains[1], 1);
    }

    double[][] positions() {
      Workers silent = workers.progress(Progress.silent());
      for (int step = 0; step < steps; step++) {
        boolean early = step < steps / 4;
        push(silent);
        double all = Arrays.stream(weights).sum();
        move(silent, early ? EXAGGERATION : 1, early ? 0.5 : 0.8, all);
        workers.progress().update("drawing the map", step + 1, steps);
      }
      turn();
      return at;
    }

    /** Lays the direction of the greatest variance from left to right, as pages are wider. */
    private void turn() {
      double meanX = Arrays.stream(at[0]).average().orElse(0);
      double meanY = Arrays.stream(at[1]).average().orElse(0);
      double along = 0;
      double across = 0;
      double both = 0;
      for (int i = 0; i < works; i++) {
        double x = at[0][i] - meanX;
        double y = at[1][i] - meanY;
        along += x * x;
        across += y * y;
        both += x * y;
      }
      double angle = StrictMath.atan2(2 * both, along - across) / 2;
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      for (int i = 0; i < works; i++) {
        double x = at[0][i] - meanX;
        double y = at[1][i] - meanY;
        at[0][i] = cos * x + sin * y;
        at[1][i] = cos * y - sin * x;
      }
    }

    private void push(Workers silent) {
      QuadTree tree = new QuadTree(at[0], at[1]);
      silent.run(
          "drawing the map",
          works,
          (from, to) -> {
            QuadTree.Walk walk = new QuadTree.Walk();
            for (int i = from; i < to; i++) {
              tree.push(i, THETA, walk);
              pushes[0][i] = walk.x();
              pushes[1][i] = walk.y();
              weights[i] = walk.weight();
            }
          });
    }

    private void move(Workers silent, double exaggeration, double momentum, double all) {
      double length = Math.max(works / EXAGGERATION / 4, 50);
      double[][] next = {at[0].clone(), at[1].clone()};
      silent.run(
          "drawing the map",
          works,
          (from, to) -> {
            double[] pull = new double[2];
            for (int i = from; i < to; i++) {
              pull(i, pull);
              for (int c = 0; c < 2; c++) {
                double gradient = 4 * (exaggeration * pull[c] - pushes[c][i] / all);
                boolean sameWay = (gradient > 0) == (moves[c][i] > 0);
                gains[c][i] = Math.max(LEAST_GAIN, sameWay ? gains[c][i] * 0.8 : gains[c][i] + 0.2);
                moves[c][i] = momentum * moves[c][i] - length * gains[c][i] * gradient;
                next[c][i] += moves[c][i];
              }
            }
          });
      System.arraycopy(next[0], 0, at[0], 0, works);
      System.arraycopy(next[1], 0, at[1], 0, works);
    }

    private void pull(int i, double[] into) {
      double pullX = 0;
      double pullY = 0;
      for (int p = affinities.starts()[i]; p < affinities.starts()[i + 1]; p++) {
        int j = affinities.neighbors()[p];
        double dx = at[0][i] - at[0][j];
        double dy = at[1][i] - at[1][j];
        double force = affinities.values()[p] / (1 + dx * dx + dy * dy);
        pullX += force * dx;
        pullY += force * dy;
      }
      into[0] = pullX;
      into[1] = pullY;
    }
  }
}
