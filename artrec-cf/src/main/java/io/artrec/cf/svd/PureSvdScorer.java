package io.artrec.cf.svd;

import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
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
import java.util.List;
import java.util.Optional;

/** The trained {@link PureSvd}: the directions, on which whoever asks is projected. */
final class PureSvdScorer implements Scorer {
  /** The cosine below which two vectors of float directions are at a right angle. */
  private static final double RIGHT_ANGLE = 1e-6;

  private final PureSvd strategy;

  /** {@code [directions × works]}. */
  private final float[] directions;

  private final int works;
  private final int width;
  private final double[] lengths;

  PureSvdScorer(PureSvd strategy, float[] directions, int works) {
    this.strategy = strategy;
    this.directions = directions;
    this.works = works;
    width = works == 0 ? 0 : directions.length / works;
    lengths = new double[works];
    for (int d = 0; d < width; d++) {
      for (int work = 0; work < works; work++) {
        double value = directions[d * works + work];
        lengths[work] += value * value;
      }
    }
    for (int work = 0; work < works; work++) {
      lengths[work] = Math.sqrt(lengths[work]);
    }
  }

  static Scorer read(StateReader in, PureSvd strategy, int catalogSize) {
    int works = in.getCount("artworks", catalogSize);
    float[] directions = in.getFiniteFloats("directions");
    if (works == 0 ? directions.length > 0 : directions.length % works != 0) {
      throw new ModelFileException(
          "the model's 'directions' hold "
              + directions.length
              + " values, expected a multiple of "
              + works);
    }
    return new PureSvdScorer(strategy, directions, works);
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  /** How many works the catalogue had. */
  int works() {
    return works;
  }

  /** {@code [directions][works]}. */
  double[][] directions() {
    double[][] all = new double[width][works];
    for (int d = 0; d < width; d++) {
      for (int work = 0; work < works; work++) {
        all[d][work] = directions[d * works + work];
      }
    }
    return all;
  }

  @Override
  public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    return BehaviorChange.between(strategy.feedback(), before, after)
        .map(change -> strategy.refreshed(directions(), change, after));
  }

  /** The inner product of two works' vectors: an entry of {@code V·Vᵀ}. */
  double product(int i, int j) {
    double product = 0;
    for (int at = 0; at < directions.length; at += works) {
      product += (double) directions[at + i] * directions[at + j];
    }
    return product;
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    SparseVector known = FeedbackEntries.of(strategy.feedback(), query);
    double[] user = new double[width];
    double square = 0;
    for (int d = 0; d < width; d++) {
      for (int k = 0; k < known.size(); k++) {
        user[d] += (double) known.values()[k] * directions[d * works + known.indices()[k]];
      }
      square += user[d] * user[d];
    }
    Scores scores = new Scores(candidates);
    if (square > 0) {
      double[] sums = new double[works];
      for (int d = 0; d < width; d++) {
        add(user[d], d * works, sums);
      }
      double least = RIGHT_ANGLE * Math.sqrt(square);
      for (int position = 0; position < candidates.size(); position++) {
        int artwork = candidates.artwork(position);
        if (Math.abs(sums[artwork]) > least * lengths[artwork]) {
          scores.set(position, sums[artwork]);
        }
      }
    }
    return scores.explainedBy(position -> contributions(known, candidates.artwork(position)));
  }

  private void add(double value, int from, double[] sums) {
    for (int work = 0; work < sums.length; work++) {
      sums[work] += value * directions[from + work];
    }
  }

  private List<Contribution> contributions(SparseVector known, int artwork) {
    List<Contribution> contributions = new ArrayList<>();
    for (int k = 0; k < known.size(); k++) {
      int source = known.indices()[k];
      if (lengths[source] > 0) {
        double x = known.values()[k];
        contributions.add(
            new Contribution(
                PureSvd.NAME, new Cause.KnownArtwork(source, x), x * product(source, artwork)));
      }
    }
    return contributions;
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    out.putLong("artworks", works);
    out.putFloats("directions", directions);
  }
}
