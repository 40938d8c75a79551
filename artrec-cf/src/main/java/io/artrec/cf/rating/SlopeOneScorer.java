package io.artrec.cf.rating;

import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.explain.Contribution;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import java.util.Arrays;
import java.util.List;

/** The trained {@link SlopeOne}: differences between works, and their biases. */
final class SlopeOneScorer implements Scorer {
  private final SlopeOne strategy;
  private final boolean byCount;
  private final boolean shrinks;
  private final Centers biases;
  private final Deviations deviations;

  SlopeOneScorer(SlopeOne strategy, Centers biases, Deviations deviations) {
    this.strategy = strategy;
    byCount = strategy.weighted();
    shrinks = strategy.shrinkage() > 0;
    this.biases = biases;
    this.deviations = deviations;
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    Scores scores = new Scores(candidates);
    if (biases.isEmpty()) {
      return scores;
    }
    SparseVector own = FeedbackEntries.of(strategy.feedback(), query);
    Sums sums = new Sums(biases.artworks().length);
    for (int k = 0; k < own.size(); k++) {
      sums.add(own.indices()[k], own.values()[k]);
    }
    double mean = mean(own);
    for (int position = 0; position < candidates.size(); position++) {
      scores.set(position, predict(own, mean, sums, candidates.artwork(position)));
    }
    return scores.explainedBy(position -> contributions(query, own, candidates.artwork(position)));
  }

  /** For all works at once: sums over the works of the history that somebody rated besides. */
  private final class Sums {
    private final double[] amounts;
    private final double[] weights;

    Sums(int works) {
      amounts = new double[works];
      weights = new double[works];
    }

    void add(int known, double rating) {
      int[] others = deviations.others(known);
      float[] above = deviations.above(known);
      double[] bias = biases.artworks();
      for (int i = 0; i < others.length; i++) {
        int other = others[i];
        int count = deviations.count(known, i);
        weights[other] += count;
        if (byCount) {
          amounts[other] += count * (above[i] + rating);
        } else {
          amounts[other] += shrinks ? above[i] - (bias[other] - bias[known]) : above[i];
        }
      }
    }
  }

  private double predict(SparseVector own, double mean, Sums sums, int artwork) {
    if (byCount && sums.weights[artwork] > 0) {
      return sums.amounts[artwork] / sums.weights[artwork];
    }
    if (!shrinks) {
      boolean any = sums.weights[artwork] > 0;
      return any ? mean + sums.amounts[artwork] / sums.weights[artwork] : mean;
    }
    double[] bias = biases.artworks();
    double sum = byCount ? 0 : sums.amounts[artwork];
    int count = 0;
    for (int known : own.indices()) {
      if (known != artwork) {
        sum += bias[artwork] - bias[known];
        count++;
      }
    }
    return count > 0 ? mean + sum / count : mean + (own.size() == 0 ? bias[artwork] : 0);
  }

  private double mean(SparseVector own) {
    double sum = 0;
    for (float rating : own.values()) {
      sum += rating;
    }
    return own.size() == 0 ? biases.mean() : sum / own.size();
  }

  private List<Contribution> contributions(Query query, SparseVector own, int artwork) {
    Reasons reasons = new Reasons(SlopeOne.NAME, query.preferences());
    double[] amounts = new double[own.size()];
    double[] weights = new double[own.size()];
    double total = 0;
    for (int k = 0; k < amounts.length; k++) {
      int known = own.indices()[k];
      int at = Arrays.binarySearch(deviations.others(known), artwork);
      if (at >= 0) {
        weights[k] = deviations.count(known, at);
        amounts[k] = deviations.above(known)[at];
        total += weights[k];
      }
    }
    boolean weighted = byCount && total > 0;
    if (shrinks && !weighted) {
      total = byBiases(own, artwork, amounts, weights);
    }
    if (!weighted) {
      boolean rated = own.size() > 0;
      reasons.offset(rated ? "mean of the visitor's ratings" : "mean rating", mean(own));
      if (!rated && shrinks) {
        reasons.offset("bias of the work", biases.artworks()[artwork]);
      }
    }
    for (int k = 0; k < amounts.length; k++) {
      if (weights[k] > 0) {
        double amount = weighted ? amounts[k] + own.values()[k] : amounts[k];
        reasons.known(own.indices()[k], weights[k] * amount / total);
      }
    }
    return reasons.list();
  }

  /** Lets biases speak for works that nobody rated besides; all weigh 1. */
  private double byBiases(SparseVector own, int artwork, double[] amounts, double[] weights) {
    int count = 0;
    for (int k = 0; k < amounts.length; k++) {
      int known = own.indices()[k];
      if (known != artwork) {
        if (weights[k] == 0) {
          amounts[k] = biases.artworks()[artwork] - biases.artworks()[known];
        }
        weights[k] = 1;
        count++;
      }
    }
    return count;
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    biases.save(out);
    deviations.save(out);
  }
}
