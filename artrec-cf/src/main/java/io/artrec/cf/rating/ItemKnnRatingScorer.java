package io.artrec.cf.rating;

import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.explain.Contribution;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import java.util.Arrays;
import java.util.List;

/** The trained {@link ItemKnnRating}: for each work those most alike, the most alike first. */
final class ItemKnnRatingScorer implements Scorer {
  private final ItemKnnRating strategy;
  private final int neighbors;
  private final double damping;
  private final boolean centered;
  private final Centers centers;
  private final int[][] nearest;
  private final float[][] similarities;

  ItemKnnRatingScorer(
      ItemKnnRating strategy, Centers centers, int[][] nearest, float[][] similarities) {
    this.strategy = strategy;
    neighbors = strategy.neighbors();
    damping = strategy.damping();
    centered = strategy.centering() != Centering.NONE;
    this.centers = centers;
    this.nearest = nearest;
    this.similarities = similarities;
  }

  static Scorer read(StateReader in, ItemKnnRating strategy, int works) {
    Centers centers = Centers.read(in, strategy.centering(), BiasBaseline.DAMPING, works);
    int[][] nearest = new int[works][];
    float[][] similarities = new float[works][];
    for (int work = 0; work < works; work++) {
      nearest[work] = in.getIndices("nearest", works);
      similarities[work] = in.getFloats("similarities", nearest[work].length);
    }
    return new ItemKnnRatingScorer(strategy, centers, nearest, similarities);
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    Scores scores = new Scores(candidates);
    if (centers.isEmpty()) {
      return scores;
    }
    SparseVector own = FeedbackEntries.of(strategy.feedback(), query);
    double user = centers.user(own);
    double[] known = new double[nearest.length];
    Arrays.fill(known, Double.NaN);
    double[] above = centers.above(own);
    for (int k = 0; k < above.length; k++) {
      known[own.indices()[k]] = above[k];
    }
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      double center = centers.center(user, artwork);
      double said = said(artwork, known);
      if (!Double.isNaN(said)) {
        scores.set(position, center + said);
      } else if (centered) {
        scores.set(position, center);
      }
    }
    return scores.explainedBy(
        position -> contributions(query, own, known, candidates.artwork(position)));
  }

  /** How far known works move the prediction; NaN when there is no neighbour. */
  private double said(int artwork, double[] known) {
    int[] works = nearest[artwork];
    double sum = 0;
    double weights = 0;
    int count = 0;
    for (int i = 0; i < works.length && count < neighbors; i++) {
      double above = known[works[i]];
      if (!Double.isNaN(above)) {
        sum += similarities[artwork][i] * above;
        weights += similarities[artwork][i];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / (weights + damping);
  }

  private List<Contribution> contributions(
      Query query, SparseVector own, double[] known, int artwork) {
    Reasons reasons = new Reasons(ItemKnnRating.NAME, query.preferences());
    centers.explain(reasons, centers.user(own), artwork, own.size() > 0);
    int[] works = nearest[artwork];
    int[] chosen = new int[Math.min(works.length, neighbors)];
    int count = 0;
    double weights = 0;
    for (int i = 0; i < works.length && count < chosen.length; i++) {
      if (!Double.isNaN(known[works[i]])) {
        chosen[count++] = i;
        weights += similarities[artwork][i];
      }
    }
    for (int k = 0; k < count; k++) {
      int work = works[chosen[k]];
      double amount = similarities[artwork][chosen[k]] * known[work];
      reasons.known(work, amount / (weights + damping));
    }
    return reasons.list();
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    centers.save(out);
    for (int work = 0; work < nearest.length; work++) {
      out.putInts("nearest", nearest[work]);
      out.putFloats("similarities", similarities[work]);
    }
  }
}
