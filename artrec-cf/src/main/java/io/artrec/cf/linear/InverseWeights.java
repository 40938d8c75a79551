package io.artrec.cf.linear;

import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.kernel.internal.Kernels;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Weights between works by the inverse {@code P} of a regularised Gram matrix: {@code B_ij = −P_ij
 * / P_jj}, {@code B_jj = 0}, read as they are needed. Immutable and thread-safe.
 */
final class InverseWeights {
  private final String strategy;
  private final double[][] inverse;

  /**
   * Keeps an inverse.
   *
   * @param inverse both triangles
   */
  InverseWeights(String strategy, double[][] inverse) {
    this.strategy = strategy;
    this.inverse = inverse;
  }

  static void checkMemory(String strategy, double artworks) {
    MemoryNeed.check(
        strategy, 8 * artworks * artworks * 1.1, "train on fewer works, or use item-knn or slim");
  }

  /** How many works there are weights between. */
  int works() {
    return inverse.length;
  }

  /** The inverse; shared. */
  double[][] inverse() {
    return inverse;
  }

  /** What work {@code i} says for work {@code j}. */
  double weight(int i, int j) {
    return i == j ? 0 : -inverse[i][j] / inverse[j][j];
  }

  /** What works of a history say for each work but themselves. */
  double[] scores(SparseVector known) {
    double[] sums = new double[inverse.length];
    for (int k = 0; k < known.size(); k++) {
      int artwork = known.indices()[k];
      add(known.values()[k], inverse[artwork], 0, artwork, sums);
      add(known.values()[k], inverse[artwork], artwork + 1, sums.length, sums);
    }
    for (int j = 0; j < sums.length; j++) {
      sums[j] /= -inverse[j][j];
    }
    return sums;
  }

  /**
   * Sets the scores of those candidates for which more speaks than the work itself; none where
   * nothing speaks for any.
   */
  static Scores scores(SparseVector known, double[] values, Candidates candidates) {
    Scores scores = new Scores(candidates);
    if (Arrays.stream(values).anyMatch(value -> value != 0)) {
      for (int position = 0; position < candidates.size(); position++) {
        int artwork = candidates.artwork(position);
        if (known.size() > 1 || !known.contains(artwork)) {
          scores.set(position, values[artwork]);
        }
      }
    }
    return scores;
  }

  private static void add(double x, double[] row, int from, int to, double[] sums) {
    for (int j = from; j < to; j++) {
      sums[j] += x * row[j];
    }
  }

  /** The inverse times a vector. */
  double[] product(double[] vector) {
    double[] sums = new double[inverse.length];
    for (int i = 0; i < vector.length; i++) {
      if (vector[i] != 0) {
        add(vector[i], inverse[i], 0, sums.length, sums);
      }
    }
    return sums;
  }

  /** What each work of a history adds to a score. */
  List<Contribution> contributions(SparseVector known, int artwork) {
    List<Contribution> contributions = new ArrayList<>();
    for (int k = 0; k < known.size(); k++) {
      int source = known.indices()[k];
      if (source != artwork) {
        contributions.add(
            contribution(strategy, source, known.values()[k], weight(source, artwork)));
      }
    }
    return contributions;
  }

  /** What a work of a history adds to a score. */
  static Contribution contribution(String strategy, int source, double x, double weight) {
    return new Contribution(strategy, new Cause.KnownArtwork(source, x), x * weight);
  }

  /**
   * Takes in changed behaviour of the same or more works.
   *
   * @param works how many there are now
   * @param alone what the Gram matrix has on its diagonal for a work with nothing
   * @return the weights; empty when training costs no more, or digits would be lost
   */
  Optional<InverseWeights> updated(
      BehaviorChange change, TrainingContext after, int works, double alone) {
    if (change.gone().size() + change.come().size() > Math.max(16, works / 2)) {
      return Optional.empty();
    }
    checkMemory(strategy, works);
    double[][] changed = new double[works][];
    for (int i = 0; i < works; i++) {
      changed[i] = i < inverse.length ? Arrays.copyOf(inverse[i], works) : new double[works];
      if (i >= inverse.length) {
        changed[i][i] = 1 / alone;
      }
    }
    InverseUpdate update =
        new InverseUpdate(changed, Kernels.best(), after, "updating " + strategy);
    return update.apply(change.come(), 1) && update.apply(change.gone(), -1)
        ? Optional.of(new InverseWeights(strategy, changed))
        : Optional.empty();
  }

  void save(StateWriter out) {
    out.putLong("artworks", inverse.length);
    for (int i = 0; i < inverse.length; i++) {
      out.putDoubles("inverse", Arrays.copyOf(inverse[i], i + 1)); // together, no array holds them
    }
  }

  /**
   * Reads weights.
   *
   * @param most the most works there may be
   */
  static InverseWeights read(StateReader in, String strategy, int most) {
    int size = in.getCount("artworks", most);
    double[][] inverse = new double[size][size];
    for (int i = 0; i < size; i++) {
      double[] row = in.getDoubles("inverse", i + 1);
      if (!(row[i] > 0)) {
        throw new ModelFileException(
            "the model's inverse has " + row[i] + " on its diagonal, expected above 0");
      }
      for (int j = 0; j <= i; j++) {
        inverse[i][j] = row[j];
        inverse[j][i] = row[j];
      }
    }
    return new InverseWeights(strategy, inverse);
  }
}
