package io.artrec.cf.mf;

import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a factor model of ratings is trained on. Ratings are brought to mean 0 and deviation 1, so
 * that hyper-parameters mean the same on every scale.
 *
 * @param ratings visitors x works, standardised
 * @param acted visitors x works: an entry for each work of a history, rated or not
 * @param mean the mean of the ratings as given
 * @param deviation their standard deviation; 1 when they are all equal
 */
record RatingData(SparseMatrix ratings, SparseMatrix acted, double mean, double deviation) {
  private static final int VALIDATED_USERS = 400;

  /** The ratings of a context. */
  static RatingData ofRatings(TrainingContext context, Feedback feedback) {
    SparseMatrix raw = FeedbackEntries.matrix(feedback, context);
    return standardized(raw, raw);
  }

  /** The ratings of a context, and besides them all works of each history. */
  static RatingData ofHistories(TrainingContext context, Feedback feedback) {
    SparseMatrix raw = FeedbackEntries.matrix(feedback, context);
    SparseMatrix any = FeedbackEntries.matrix(Feedback.ANY, context);
    return standardized(raw, any.size() == raw.size() ? raw : any);
  }

  private static RatingData standardized(SparseMatrix raw, SparseMatrix acted) {
    double sum = 0;
    for (float value : raw.values()) {
      sum += value;
    }
    double mean = raw.size() == 0 ? 0 : sum / raw.size();
    double squares = 0;
    for (float value : raw.values()) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / Math.max(1, raw.size()));
    if (deviation <= 1e-6 * Math.abs(mean) || deviation == 0) {
      deviation = 1;
    }
    float[] values = new float[raw.size()];
    for (int p = 0; p < values.length; p++) {
      values[p] = (float) ((raw.values()[p] - mean) / deviation);
    }
    SparseMatrix ratings = raw.withValues(values);
    return new RatingData(ratings, acted == raw ? ratings : acted, mean, deviation);
  }

  /** Training data without a slice, and the slice. */
  record Holdout(RatingData kept, SparseMatrix held) {}

  /**
   * Holds out ratings of at most 400 visitors drawn by chance.
   *
   * @param fraction the chance of each of their ratings
   */
  Holdout holdOut(double fraction, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double chosen = Math.min(1, VALIDATED_USERS / (double) Math.max(1, ratings.rows()));
    boolean[] held = new boolean[ratings.size()];
    for (int user = 0; user < ratings.rows(); user++) {
      if (random.nextDouble() < chosen) {
        for (int p = ratings.begin(user); p < ratings.end(user); p++) {
          held[p] = random.nextDouble() < fraction;
        }
      }
    }
    SparseMatrix out = ratings.part(held, true);
    SparseMatrix rest = ratings.part(held, false);
    SparseMatrix restActed = rest;
    if (acted != ratings) {
      boolean[] gone = new boolean[acted.size()];
      for (int user = 0; user < out.rows(); user++) {
        for (int p = out.begin(user); p < out.end(user); p++) {
          int work = out.indices()[p];
          gone[Arrays.binarySearch(acted.indices(), acted.begin(user), acted.end(user), work)] =
              true;
        }
      }
      restActed = acted.part(gone, false);
    }
    return new Holdout(new RatingData(rest, restActed, mean, deviation), out);
  }
}
