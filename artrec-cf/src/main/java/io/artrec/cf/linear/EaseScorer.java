package io.artrec.cf.linear;

import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.kernel.internal.Kernels;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The trained {@link Ease}: the inverse {@code P}, from which weights are read as they are needed.
 */
final class EaseScorer implements Scorer {
  private final Ease strategy;
  private final double[][] inverse;

  EaseScorer(Ease strategy, double[][] inverse) {
    this.strategy = strategy;
    this.inverse = inverse;
  }

  static Scorer read(StateReader in, Ease strategy, int works) {
    int size = in.getCount("artworks", works);
    if (size != works) {
      throw new ModelFileException(
          "the model's weights are between " + size + " works, expected " + works);
    }
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
    return new EaseScorer(strategy, inverse);
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  /** What work {@code i} says for work {@code j}. */
  double weight(int i, int j) {
    return i == j ? 0 : -inverse[i][j] / inverse[j][j];
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    SparseVector known = FeedbackEntries.of(strategy.feedback(), query);
    Scores scores = new Scores(candidates);
    double[] sums = sums(known);
    if (Arrays.stream(sums).anyMatch(sum -> sum != 0)) {
      for (int position = 0; position < candidates.size(); position++) {
        int artwork = candidates.artwork(position);
        if (known.size() > 1 || !known.contains(artwork)) {
          scores.set(position, -sums[artwork] / inverse[artwork][artwork]);
        }
      }
    }
    return scores.explainedBy(position -> contributions(known, candidates.artwork(position)));
  }

  /** {@code Σ x_i P_ij} over the works {@code i} other than {@code j}. */
  private double[] sums(SparseVector known) {
    double[] sums = new double[inverse.length];
    for (int k = 0; k < known.size(); k++) {
      int artwork = known.indices()[k];
      add(known.values()[k], inverse[artwork], 0, artwork, sums);
      add(known.values()[k], inverse[artwork], artwork + 1, sums.length, sums);
    }
    return sums;
  }

  private static void add(double x, double[] row, int from, int to, double[] sums) {
    for (int j = from; j < to; j++) {
      sums[j] += x * row[j];
    }
  }

  private List<Contribution> contributions(SparseVector known, int artwork) {
    List<Contribution> contributions = new ArrayList<>();
    for (int k = 0; k < known.size(); k++) {
      int source = known.indices()[k];
      if (source != artwork) {
        double x = known.values()[k];
        contributions.add(
            new Contribution(
                Ease.NAME, new Cause.KnownArtwork(source, x), x * weight(source, artwork)));
      }
    }
    return contributions;
  }

  @Override
  public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
    Optional<BehaviorChange> change = BehaviorChange.between(strategy.feedback(), before, after);
    int works = after.catalog().size();
    if (change.isEmpty()
        || change.get().gone().size() + change.get().come().size() > Math.max(16, works / 2)) {
      return Optional.empty();
    }
    Ease.checkMemory(works);
    double[][] changed = new double[works][];
    for (int i = 0; i < works; i++) {
      changed[i] = i < inverse.length ? Arrays.copyOf(inverse[i], works) : new double[works];
      if (i >= inverse.length) {
        changed[i][i] = 1 / strategy.regularization();
      }
    }
    InverseUpdate update =
        new InverseUpdate(changed, Kernels.best(), after, "updating " + Ease.NAME);
    return update.apply(change.get().come(), 1) && update.apply(change.get().gone(), -1)
        ? Optional.of(new EaseScorer(strategy, changed))
        : Optional.empty();
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    out.putLong("artworks", inverse.length);
    for (int i = 0; i < inverse.length; i++) {
      out.putDoubles("inverse", Arrays.copyOf(inverse[i], i + 1)); // together, no array holds them
    }
  }
}
