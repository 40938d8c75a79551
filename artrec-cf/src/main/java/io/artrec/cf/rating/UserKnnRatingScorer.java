package io.artrec.cf.rating;

import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.rating.ComparedRatings.Likeness;
import io.artrec.cf.rating.RatingSimilarity.Measure;
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

/** The trained {@link UserKnnRating}: everybody's ratings, and how to compare with them. */
final class UserKnnRatingScorer implements Scorer {
  private final UserKnnRating strategy;
  private final int neighbors;
  private final double damping;
  private final boolean centered;
  private final SparseMatrix ratings;
  private final Centers centers;
  private final double[] above;
  private final Centers comparedCenters;
  private final double[] comparedAbove;
  private final ComparedRatings compared;

  UserKnnRatingScorer(UserKnnRating strategy, SparseMatrix ratings) {
    this.strategy = strategy;
    neighbors = strategy.neighbors();
    damping = strategy.damping();
    centered = strategy.centering() != Centering.NONE;
    this.ratings = ratings;
    centers = Centers.of(strategy.centering(), BiasBaseline.DAMPING, ratings);
    above = centers.above(ratings);
    Centering toCompare =
        strategy.similarity().measure().centering(strategy.centering(), Centering.ARTWORK_MEAN);
    boolean same = toCompare == strategy.centering();
    comparedCenters = same ? centers : Centers.of(toCompare, BiasBaseline.DAMPING, ratings);
    comparedAbove = same ? above : comparedCenters.above(ratings);
    compared = new ComparedRatings(strategy.similarity(), ratings, comparedAbove);
  }

  static Scorer read(StateReader in, UserKnnRating strategy, int works) {
    int artworks = in.getCount("artworks", works);
    return new UserKnnRatingScorer(strategy, SparseMatrix.read(in, artworks, "ratings"));
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
    Likeness alike = alike(own);
    double[] sums = new double[ratings.columns()];
    double[] weights = new double[sums.length];
    int[] counts = new int[sums.length];
    for (int i = 0; i < alike.size(); i++) {
      int neighbor = alike.row(i);
      double weight = alike.value(neighbor);
      for (int p = ratings.begin(neighbor); p < ratings.end(neighbor); p++) {
        int artwork = ratings.indices()[p];
        if (counts[artwork] < neighbors) {
          counts[artwork]++;
          sums[artwork] += weight * above[p];
          weights[artwork] += weight;
        }
      }
    }
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      double center = centers.center(user, artwork);
      if (counts[artwork] > 0) {
        scores.set(position, center + sums[artwork] / (weights[artwork] + damping));
      } else if (centered) {
        scores.set(position, center);
      }
    }
    return scores.explainedBy(
        position -> contributions(query, own, alike, candidates.artwork(position)));
  }

  private Likeness alike(SparseVector own) {
    Likeness alike = new Likeness(compared);
    compared.compare(own.indices(), comparedCenters.above(own), 0, own.size(), alike);
    for (int i = alike.size() - 1; i >= 0; i--) {
      if (isSame(own, alike.row(i))) {
        alike.remove(alike.row(i));
      }
    }
    alike.rank();
    return alike;
  }

  private boolean isSame(SparseVector own, int user) {
    int from = ratings.begin(user);
    int to = ratings.end(user);
    return to - from == own.size()
        && Arrays.equals(own.indices(), 0, own.size(), ratings.indices(), from, to)
        && Arrays.equals(own.values(), 0, own.size(), ratings.values(), from, to);
  }

  /** Each neighbour's part, shared out to the known works that make the two visitors alike. */
  private List<Contribution> contributions(
      Query query, SparseVector own, Likeness alike, int artwork) {
    Reasons reasons = new Reasons(UserKnnRating.NAME, query.preferences());
    centers.explain(reasons, centers.user(own), artwork, own.size() > 0);
    double[] ownAbove = comparedCenters.above(own);
    double[] parts = new double[own.size()];
    boolean[] spoke = new boolean[own.size()];
    double weights = 0;
    int count = 0;
    for (int i = 0; i < alike.size() && count < neighbors; i++) {
      int neighbor = alike.row(i);
      int from = ratings.begin(neighbor);
      int at = Arrays.binarySearch(ratings.indices(), from, ratings.end(neighbor), artwork);
      if (at >= 0) {
        count++;
        weights += alike.value(neighbor);
        double[] shares = shares(own, ownAbove, neighbor, spoke);
        for (int k = 0; k < parts.length; k++) {
          parts[k] += shares[k] * alike.value(neighbor) * above[at];
        }
      }
    }
    for (int k = 0; k < parts.length; k++) {
      if (spoke[k]) {
        reasons.known(own.indices()[k], parts[k] / (weights + damping));
      }
    }
    return reasons.list();
  }

  /** What each common rating adds to the likeness, of 1 in all; equal parts where it is no sum. */
  private double[] shares(SparseVector own, double[] ownAbove, int neighbor, boolean[] spoke) {
    int size = own.size();
    int[] common = new int[size];
    Arrays.fill(common, -1);
    double n = 0;
    double ownMean = 0;
    double otherMean = 0;
    int p = ratings.begin(neighbor);
    for (int k = 0; k < size; k++) {
      while (p < ratings.end(neighbor) && ratings.indices()[p] < own.indices()[k]) {
        p++;
      }
      if (p < ratings.end(neighbor) && ratings.indices()[p] == own.indices()[k]) {
        common[k] = p;
        spoke[k] = true;
        n++;
        ownMean += ownAbove[k];
        otherMean += comparedAbove[p];
      }
    }
    Measure measure = strategy.similarity().measure();
    boolean pearson = measure == Measure.PEARSON;
    ownMean = pearson ? ownMean / n : 0;
    otherMean = pearson ? otherMean / n : 0;
    double[] shares = new double[size];
    double total = 0;
    for (int k = 0; k < size; k++) {
      if (common[k] >= 0) {
        shares[k] = (ownAbove[k] - ownMean) * (comparedAbove[common[k]] - otherMean);
        total += shares[k];
      }
    }
    boolean equal = measure == Measure.MSD || !(total > 0);
    for (int k = 0; k < size; k++) {
      shares[k] = common[k] < 0 ? 0 : equal ? 1 / n : shares[k] / total;
    }
    return shares;
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    out.putLong("artworks", ratings.columns());
    out.putInts("offsets", ratings.offsets());
    out.putInts("indices", ratings.indices());
    out.putFloats("ratings", ratings.values());
  }
}
