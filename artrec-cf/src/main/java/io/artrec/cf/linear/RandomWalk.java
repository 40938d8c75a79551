package io.artrec.cf.linear;

import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SharedPairs;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseMatrixBuilder;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.data.internal.TopEntries;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Walks of two steps, from a work to one of its visitors and on to another of that visitor's works.
 */
final class RandomWalk {
  private final SparseMatrix fromUsers;
  private final SparseMatrix fromArtworks;
  private final float[] damping;
  private final int neighbors;
  private final boolean normalize;
  private final boolean perTarget;

  /**
   * Prepares the transition probabilities.
   *
   * @param behavior visitors x works; entries above 0 are edges, and their values the odds of a
   *     step from the visitor
   * @param alpha the power to which a step's probability is raised
   * @param beta works' degrees to this power divide what arrives at them
   * @param neighbors how many weights each work keeps
   * @param normalize whether these are divided by their sum
   * @param perTarget whether as many are kept of those that lead to a work
   */
  RandomWalk(
      SparseMatrix behavior,
      double alpha,
      double beta,
      int neighbors,
      boolean normalize,
      boolean perTarget) {
    SparseMatrix edges = positive(behavior);
    this.neighbors = neighbors;
    this.normalize = normalize;
    this.perTarget = perTarget;
    SparseMatrix turned = edges.transposed();
    damping = new float[edges.columns()];
    for (int artwork = 0; artwork < damping.length; artwork++) {
      int degree = turned.length(artwork);
      damping[artwork] = degree == 0 ? 0 : (float) Math.pow(degree, -beta);
    }
    fromUsers = edges.withValues(stepsByValue(edges, alpha));
    fromArtworks = turned.withValues(equalSteps(turned, alpha));
  }

  /**
   * Refuses, before allocation, behaviour or weights that do not fit.
   *
   * @param rows visitors and works
   * @param pairs how many weights all works keep; 0 when that is not known yet
   * @param each bytes of a weight
   */
  static void checkMemory(String name, double events, double rows, double pairs, int each) {
    double bytes = 40 * events + 48 * rows;
    MemoryNeed.check(name, bytes, "train on fewer events");
    MemoryNeed.check(name, bytes + each * pairs, "lower neighbors");
  }

  /**
   * Reads behaviour and computes the weights, when both fit.
   *
   * @param walks prepares a walk on behaviour
   */
  static SparseMatrix weights(
      TrainingContext context,
      String name,
      Feedback feedback,
      Function<SparseMatrix, RandomWalk> walks) {
    double events = context.dataset().size();
    double rows = (double) context.dataset().userCount() + context.catalog().size();
    checkMemory(name, events, rows, 0, 0);
    SparseMatrix behavior = FeedbackEntries.matrix(feedback, context);
    RandomWalk walk = walks.apply(behavior);
    double pairs = SharedPairs.most(behavior, walk.neighbors);
    checkMemory(name, events, rows, pairs, walk.perTarget ? 32 : 20);
    return walk.weights(context, name);
  }

  private static SparseMatrix positive(SparseMatrix matrix) {
    SparseMatrixBuilder rows = new SparseMatrixBuilder(matrix.rows(), matrix.columns());
    for (int row = 0; row < matrix.rows(); row++) {
      SparseVector entries = matrix.row(row);
      int[] indices = new int[entries.size()];
      float[] values = new float[indices.length];
      int count = 0;
      for (int k = 0; k < indices.length; k++) {
        if (entries.values()[k] > 0) {
          indices[count] = entries.indices()[k];
          values[count++] = entries.values()[k];
        }
      }
      rows.set(row, new SparseVector(Arrays.copyOf(indices, count), Arrays.copyOf(values, count)));
    }
    return rows.toMatrix();
  }

  private static float[] stepsByValue(SparseMatrix matrix, double alpha) {
    float[] steps = new float[matrix.size()];
    for (int row = 0; row < matrix.rows(); row++) {
      double sum = 0;
      for (int p = matrix.begin(row); p < matrix.end(row); p++) {
        sum += matrix.values()[p];
      }
      for (int p = matrix.begin(row); p < matrix.end(row); p++) {
        steps[p] = (float) Math.pow(matrix.values()[p] / sum, alpha);
      }
    }
    return steps;
  }

  private static float[] equalSteps(SparseMatrix matrix, double alpha) {
    float[] steps = new float[matrix.size()];
    for (int row = 0; row < matrix.rows(); row++) {
      float step = (float) Math.pow(1.0 / Math.max(1, matrix.length(row)), alpha);
      Arrays.fill(steps, matrix.begin(row), matrix.end(row), step);
    }
    return steps;
  }

  /**
   * The weights between works: of each row the largest, divided by their sum when normalised; then,
   * where wanted, of each column the largest.
   */
  SparseMatrix weights(TrainingContext context, String name) {
    boolean[] all = new boolean[fromUsers.columns()];
    Arrays.fill(all, true);
    SparseMatrix byRow =
        weights(context, name, all, new SparseMatrixBuilder(all.length, all.length));
    return perTarget ? largestOfColumns(byRow) : byRow;
  }

  private SparseMatrix largestOfColumns(SparseMatrix weights) {
    SparseMatrix turned = weights.transposed();
    SparseMatrixBuilder columns = new SparseMatrixBuilder(turned.rows(), turned.columns());
    TopEntries top = new TopEntries(Math.min(neighbors, Math.max(1, turned.columns())));
    for (int target = 0; target < turned.rows(); target++) {
      top.clear();
      for (int p = turned.begin(target); p < turned.end(target); p++) {
        top.offer(turned.indices()[p], turned.values()[p]);
      }
      columns.set(target, top.byIndex());
    }
    return columns.toMatrix().transposed();
  }

  /**
   * Brings weights to changed behaviour. A row changes when a visitor of its work does; with {@code
   * beta} also when the degree of a work does to which it leads.
   */
  static Optional<SparseMatrix> updated(
      BehaviorChange change,
      SparseMatrix weights,
      Function<SparseMatrix, RandomWalk> walks,
      boolean dampens,
      TrainingContext context,
      String name) {
    RandomWalk walk = walks.apply(change.after());
    int artworks = change.after().columns();
    boolean[] wanted = dampens ? change.near() : change.touched();
    SparseMatrixBuilder rows = new SparseMatrixBuilder(artworks, artworks);
    rows.setAll(weights, wanted);
    return Optional.of(walk.weights(context, name, wanted, rows));
  }

  private SparseMatrix weights(
      TrainingContext context, String name, boolean[] wanted, SparseMatrixBuilder rows) {
    int artworks = fromUsers.columns();
    context
        .workers()
        .run(
            "training " + name,
            artworks,
            (from, to) -> {
              double[] arrived = new double[artworks];
              TopEntries top = new TopEntries(Math.min(neighbors, Math.max(1, artworks)));
              for (int artwork = from; artwork < to; artwork++) {
                if (wanted[artwork]) {
                  walk(artwork, arrived);
                  rows.set(artwork, row(artwork, arrived, top));
                }
              }
            });
    return rows.toMatrix();
  }

  private void walk(int artwork, double[] arrived) {
    Arrays.fill(arrived, 0);
    int[] indices = fromUsers.indices();
    float[] steps = fromUsers.values();
    for (int q = fromArtworks.begin(artwork); q < fromArtworks.end(artwork); q++) {
      double first = fromArtworks.values()[q];
      int end = fromUsers.end(fromArtworks.indices()[q]);
      for (int p = fromUsers.begin(fromArtworks.indices()[q]); p < end; p++) {
        arrived[indices[p]] += first * steps[p];
      }
    }
  }

  private SparseVector row(int artwork, double[] arrived, TopEntries top) {
    top.clear();
    for (int other = 0; other < arrived.length; other++) {
      if (arrived[other] > 0 && other != artwork) {
        top.offer(other, (float) (arrived[other] * damping[other]));
      }
    }
    SparseVector row = top.byIndex();
    if (normalize) {
      double sum = 0;
      for (float value : row.values()) {
        sum += value;
      }
      for (int k = 0; k < row.size() && sum > 0; k++) {
        row.values()[k] = (float) (row.values()[k] / sum);
      }
    }
    return row;
  }
}
