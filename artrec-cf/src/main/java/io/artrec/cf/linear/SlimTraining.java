package io.artrec.cf.linear;

import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseMatrixBuilder;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.data.internal.TopEntries;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A training of {@link Slim}: one regression for each work, on inner products of works. */
final class SlimTraining {
  private static final String STAGE = "training " + Slim.NAME;

  private final Slim slim;
  private final double l1;
  private final int candidates;
  private final boolean negative;
  private final TrainingContext context;
  private final int works;

  /** Whether no entry and no weight is below 0, so that no gradient is above where it starts. */
  private final boolean onlyPositive;

  /** The works that may have weights; all below is numbered by them. */
  private final int[] kept;

  private final SparseMatrix behavior;
  private final SparseMatrix byWork;
  private final double[] squares;

  /** Where regressions begin: the weights that lead to each work; may hold fewer works. */
  private final SparseMatrix first;

  /** All inner products, or null when they are computed as they are needed. */
  private final float @Nullable [][] gram;

  /**
   * Prepares a training.
   *
   * @param all visitors x works
   * @param earlier weights between the first works, in the form of {@link #weights}, to begin with
   * @param denseBytes how large a table of all inner products may be
   */
  SlimTraining(
      Slim slim,
      SparseMatrix all,
      SparseMatrix earlier,
      TrainingContext context,
      double denseBytes) {
    this.slim = slim;
    l1 = slim.l1();
    candidates = slim.candidates();
    negative = slim.negative();
    first = earlier.transposed();
    this.context = context;
    works = all.columns();
    onlyPositive = !negative && isPositive(all);
    kept = kept(all);
    behavior = restricted(all, kept);
    byWork = behavior.transposed();
    squares = new double[kept.length];
    for (int work = 0; work < kept.length; work++) {
      for (int p = byWork.begin(work); p < byWork.end(work); p++) {
        squares[work] += (double) byWork.values()[p] * byWork.values()[p];
      }
    }
    gram = isDense(denseBytes) ? gram() : null;
  }

  private static boolean isPositive(SparseMatrix matrix) {
    for (float value : matrix.values()) {
      if (value < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The works that may have weights: with entries, and, where nothing is below 0, with an inner
   * product above {@code l1} with some other, as bounded by their visitors' greatest entries.
   */
  private int[] kept(SparseMatrix all) {
    double[] bounds = new double[works];
    for (int user = 0; user < all.rows(); user++) {
      double greatest = 0;
      for (int p = all.begin(user); p < all.end(user); p++) {
        greatest = Math.max(greatest, Math.abs(all.values()[p]));
      }
      for (int p = all.begin(user); p < all.end(user); p++) {
        bounds[all.indices()[p]] += greatest * Math.abs(all.values()[p]);
      }
    }
    double least = onlyPositive ? l1 : 0;
    int[] found = new int[works];
    int count = 0;
    for (int work = 0; work < works; work++) {
      if (bounds[work] > least) {
        found[count++] = work;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static SparseMatrix restricted(SparseMatrix all, int[] kept) {
    int[] number = new int[all.columns()];
    Arrays.fill(number, -1);
    for (int k = 0; k < kept.length; k++) {
      number[kept[k]] = k;
    }
    int[] offsets = new int[all.rows() + 1];
    int[] indices = new int[all.size()];
    float[] values = new float[all.size()];
    int count = 0;
    for (int row = 0; row < all.rows(); row++) {
      for (int p = all.begin(row); p < all.end(row); p++) {
        if (number[all.indices()[p]] >= 0) {
          indices[count] = number[all.indices()[p]];
          values[count++] = all.values()[p];
        }
      }
      offsets[row + 1] = count;
    }
    return new SparseMatrix(
        kept.length, offsets, Arrays.copyOf(indices, count), Arrays.copyOf(values, count));
  }

  private boolean isDense(double most) {
    double bytes = 4.0 * kept.length * kept.length;
    if (bytes <= most) {
      return true;
    }
    if (candidates == 0) {
      MemoryNeed.check(Slim.NAME, 2 * bytes, "set candidates to some hundred, or raise l1");
      return true;
    }
    double own = Math.min(candidates, kept.length);
    MemoryNeed.check(Slim.NAME, 4 * own * own * context.threads(), "lower candidates");
    return false;
  }

  private float[][] gram() {
    float[][] rows = new float[kept.length][kept.length];
    context
        .workers()
        .run(
            STAGE,
            kept.length,
            (from, to) -> {
              double[] sums = new double[kept.length];
              for (int work = from; work < to; work++) {
                products(work, sums);
                for (int other = 0; other < sums.length; other++) {
                  rows[work][other] = (float) sums[other];
                }
              }
            });
    return rows;
  }

  /** The inner products of a work with all others. */
  private void products(int work, double[] sums) {
    Arrays.fill(sums, 0);
    for (int q = byWork.begin(work); q < byWork.end(work); q++) {
      double value = byWork.values()[q];
      int end = behavior.end(byWork.indices()[q]);
      for (int p = behavior.begin(byWork.indices()[q]); p < end; p++) {
        sums[behavior.indices()[p]] += value * behavior.values()[p];
      }
    }
  }

  /** The weights: row {@code i} holds what work {@code i} says for others. */
  SparseMatrix weights() {
    SparseMatrixBuilder into = new SparseMatrixBuilder(works, works);
    context
        .workers()
        .run(
            STAGE,
            kept.length,
            (from, to) -> {
              Regressions regressions = new Regressions();
              for (int work = from; work < to; work++) {
                into.set(kept[work], regressions.of(work));
              }
            });
    return into.toMatrix().transposed();
  }

  /** What one thread needs to compute the weights of works, one after the other. */
  private final class Regressions {
    private final ElasticNet net =
        new ElasticNet(l1, slim.l2(), negative, slim.epochs(), slim.tolerance());
    private final double[] products = new double[kept.length];
    private final int[] positions = new int[gram == null ? kept.length : 0];

    Regressions() {
      Arrays.fill(positions, -1);
    }

    SparseVector of(int work) {
      if (gram == null) {
        products(work, products);
      } else {
        for (int other = 0; other < products.length; other++) {
          products[other] = gram[work][other];
        }
      }
      int[] features = candidates == 0 ? eligible(work) : nearest(work);
      double[] right = new double[features.length];
      for (int k = 0; k < right.length; k++) {
        right[k] = products[features[k]];
      }
      double[] begin = begin(kept[work], features);
      double[] weights =
          gram == null ? local(features, right, begin) : global(gram, features, right, begin);
      return pruned(features, weights);
    }

    /** The earlier weights of the features, where they are allowed. */
    private double[] begin(int work, int[] features) {
      double[] begin = new double[features.length];
      if (work < first.rows()) {
        int p = first.begin(work);
        for (int k = 0; k < begin.length; k++) {
          int feature = kept[features[k]];
          while (p < first.end(work) && first.indices()[p] < feature) {
            p++;
          }
          if (p < first.end(work) && first.indices()[p] == feature) {
            begin[k] = negative ? first.values()[p] : Math.max(0, first.values()[p]);
          }
        }
      }
      return begin;
    }

    private boolean isEligible(int work, int other) {
      return other != work && (!onlyPositive || products[other] > l1);
    }

    private int[] eligible(int work) {
      int[] found = new int[products.length];
      int count = 0;
      for (int other = 0; other < products.length; other++) {
        if (isEligible(work, other)) {
          found[count++] = other;
        }
      }
      return Arrays.copyOf(found, count);
    }

    private int[] nearest(int work) {
      TopEntries nearest = new TopEntries(Math.min(candidates, kept.length));
      for (int other = 0; other < products.length; other++) {
        double alike = negative ? Math.abs(products[other]) : products[other];
        if (isEligible(work, other)) {
          nearest.offer(other, (float) (alike / Math.sqrt(squares[other])));
        }
      }
      return nearest.byIndex().indices();
    }

    private double[] global(float[][] all, int[] features, double[] right, double[] begin) {
      return net.solve(id -> all[id], squares, features, right, begin);
    }

    /** Inner products among the features alone, each row when it is first asked for. */
    private double[] local(int[] features, double[] right, double[] begin) {
      int count = features.length;
      int[] ids = new int[count];
      double[] local = new double[count];
      for (int k = 0; k < count; k++) {
        positions[features[k]] = k;
        ids[k] = k;
        local[k] = squares[features[k]];
      }
      float[] @Nullable [] rows = new float[count][];
      double[] weights =
          net.solve(
              id -> {
                float[] row = rows[id];
                if (row == null) {
                  row = row(features[id], count);
                  rows[id] = row;
                }
                return row;
              },
              local,
              ids,
              right,
              begin);
      for (int feature : features) {
        positions[feature] = -1;
      }
      return weights;
    }

    private float[] row(int feature, int count) {
      double[] sums = new double[count];
      for (int q = byWork.begin(feature); q < byWork.end(feature); q++) {
        double value = byWork.values()[q];
        int end = behavior.end(byWork.indices()[q]);
        for (int p = behavior.begin(byWork.indices()[q]); p < end; p++) {
          int position = positions[behavior.indices()[p]];
          if (position >= 0) {
            sums[position] += value * behavior.values()[p];
          }
        }
      }
      float[] row = new float[count];
      for (int k = 0; k < count; k++) {
        row[k] = (float) sums[k];
      }
      return row;
    }

    private SparseVector pruned(int[] features, double[] weights) {
      TopEntries top = new TopEntries(Math.min(slim.neighbors(), Math.max(1, works)));
      for (int k = 0; k < features.length; k++) {
        if ((float) weights[k] != 0) {
          top.offer(k, (float) Math.abs(weights[k]));
        }
      }
      SparseVector largest = top.byIndex();
      int[] indices = new int[largest.size()];
      float[] values = new float[indices.length];
      for (int k = 0; k < indices.length; k++) {
        indices[k] = kept[features[largest.indices()[k]]];
        values[k] = (float) weights[largest.indices()[k]];
      }
      return new SparseVector(indices, values);
    }
  }
}
