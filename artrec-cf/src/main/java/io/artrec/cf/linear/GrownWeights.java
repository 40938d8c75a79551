package io.artrec.cf.linear;

import io.artrec.catalog.Catalog;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.explain.Contribution;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Weights between trained works and from and to those that came later, these by what they have in
 * common with others: each as if it alone had been added before the inversion, and each two of them
 * as if they two had. With {@code c} what a new work has in common with each trained one, {@code d}
 * what the Gram matrix would have on its diagonal, {@code b = Pc} and {@code s = d − c·b} (the
 * Schur complement), trained works say {@code b} for it, and it says {@code b_j / (s P_jj + b_j²)}
 * for trained work {@code j}. Among two new ones with {@code r} in common beyond what trained works
 * tell, one says {@code r / s} for the other. O(works²) for each new work; 8 · works bytes.
 * Immutable and thread-safe.
 */
final class GrownWeights {
  private final InverseWeights trained;

  /** A row for each new work: what trained works say for it. */
  private final double[][] weights;

  private final double[] left;

  /** What two new works have in common beyond what trained ones tell. */
  private final double[][] common;

  private GrownWeights(
      InverseWeights trained, double[][] weights, double[] left, double[][] common) {
    this.trained = trained;
    this.weights = weights;
    this.left = left;
    this.common = common;
  }

  /** Weights between trained works alone. */
  static GrownWeights of(InverseWeights trained) {
    return new GrownWeights(trained, new double[0][], new double[0], new double[0][]);
  }

  /** Places the works of a catalogue that were not trained. */
  static GrownWeights of(
      CollectiveEase strategy, InverseWeights trained, LevelGram levels, TrainingContext context) {
    Catalog catalog = context.catalog();
    int first = trained.works();
    int count = catalog.size() - first;
    MemoryNeed.check(
        CollectiveEase.NAME, 8.0 * count * (catalog.size() + count), "add fewer works at a time");
    double alpha = strategy.attributeWeight();
    double[][] weights = new double[count][];
    double[] left = new double[count];
    double[][] common = new double[count][count];
    int[][] ofNew = new int[count][];
    for (int k = 0; k < count; k++) {
      ofNew[k] = levels.of(catalog.get(first + k));
    }
    context
        .workers()
        .run(
            "adding works to " + CollectiveEase.NAME,
            count,
            (from, to) -> {
              for (int k = from; k < to; k++) {
                double[] shared = times(alpha, levels.common(ofNew[k]));
                weights[k] = trained.product(shared);
                double own = alpha * levels.common(ofNew[k], ofNew[k]);
                left[k] = strategy.regularization() + own - product(shared, weights[k]);
              }
            });
    for (int k = 0; k < count; k++) {
      double[] shared = times(alpha, levels.common(ofNew[k]));
      for (int l = 0; l < k; l++) {
        double both = alpha * levels.common(ofNew[k], ofNew[l]);
        common[k][l] = both - product(shared, weights[l]);
        common[l][k] = common[k][l];
      }
    }
    return new GrownWeights(trained, weights, left, common);
  }

  private static double[] times(double factor, double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
    return vector;
  }

  private static double product(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** The weights between trained works. */
  InverseWeights trained() {
    return trained;
  }

  /** How many works there are weights between. */
  int works() {
    return trained.works() + weights.length;
  }

  /** What a work says for another. */
  double weight(int source, int target) {
    int first = trained.works();
    if (source < first) {
      return target < first ? trained.weight(source, target) : weights[target - first][source];
    }
    if (target >= first) {
      return common[source - first][target - first] / left[source - first];
    }
    double weight = weights[source - first][target];
    double diagonal = trained.inverse()[target][target];
    return weight / (left[source - first] * diagonal + weight * weight);
  }

  /** What works of a history say for each work but themselves. */
  double[] scores(SparseVector known) {
    int first = trained.works();
    int old = 0;
    while (old < known.size() && known.indices()[old] < first) {
      old++;
    }
    SparseVector ofTrained =
        new SparseVector(Arrays.copyOf(known.indices(), old), Arrays.copyOf(known.values(), old));
    double[] scores = Arrays.copyOf(trained.scores(ofTrained), works());
    for (int target = 0; target < scores.length; target++) {
      for (int k = target < first ? old : 0; k < known.size(); k++) {
        int source = known.indices()[k];
        if (source != target) {
          scores[target] += known.values()[k] * weight(source, target);
        }
      }
    }
    return scores;
  }

  /** What each work of a history adds to a score. */
  List<Contribution> contributions(SparseVector known, int artwork) {
    List<Contribution> contributions = new ArrayList<>();
    for (int k = 0; k < known.size(); k++) {
      int source = known.indices()[k];
      if (source != artwork) {
        contributions.add(
            InverseWeights.contribution(
                CollectiveEase.NAME, source, known.values()[k], weight(source, artwork)));
      }
    }
    return contributions;
  }

  void save(StateWriter out) {
    trained.save(out);
    out.putLong("added", weights.length);
    out.putDoubles("left", left);
    for (int k = 0; k < weights.length; k++) {
      out.putDoubles("weights", weights[k]);
      out.putDoubles("common", common[k]);
    }
  }

  static GrownWeights read(StateReader in, int works) {
    InverseWeights trained = InverseWeights.read(in, CollectiveEase.NAME, works);
    int count = in.getCount("added", works - trained.works());
    double[] left = in.getDoubles("left", count);
    double[][] weights = new double[count][];
    double[][] common = new double[count][];
    for (int k = 0; k < count; k++) {
      weights[k] = in.getDoubles("weights", trained.works());
      common[k] = in.getDoubles("common", count);
    }
    if (trained.works() + count != works || Arrays.stream(left).anyMatch(value -> !(value > 0))) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's weights are between %d trained works and %d added ones, of which %s is left; expected %d in all, and more than 0",
              trained.works(),
              count,
              Arrays.toString(left),
              works));
    }
    return new GrownWeights(trained, weights, left, common);
  }
}
