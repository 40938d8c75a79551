package io.artrec.eval.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Tested works of all visitors that have a prediction, in the order of the test set. */
final class PredictedArtworks {
  private final double[] ratings;
  private final double[] predictions;
  private final boolean[] relevant;

  private PredictedArtworks(double[] ratings, double[] predictions, boolean[] relevant) {
    this.ratings = ratings;
    this.predictions = predictions;
    this.relevant = relevant;
  }

  /** Only works that have a rating too. */
  static PredictedArtworks rated(Outcomes outcomes) {
    return of(outcomes, true);
  }

  /** Works that have no rating too; their {@link #rating} is NaN. */
  static PredictedArtworks all(Outcomes outcomes) {
    return of(outcomes, false);
  }

  private static PredictedArtworks of(Outcomes outcomes, boolean rated) {
    TestSet test = outcomes.test();
    double[] ratings = new double[test.size()];
    double[] predictions = new double[test.size()];
    boolean[] relevant = new boolean[test.size()];
    int size = 0;
    for (int position = 0; position < test.size(); position++) {
      double prediction = outcomes.prediction(position);
      OptionalDouble rating = test.rating(position);
      if (!Double.isNaN(prediction) && (rating.isPresent() || !rated)) {
        ratings[size] = rating.orElse(Double.NaN);
        predictions[size] = prediction;
        relevant[size++] = test.isRelevant(position);
      }
    }
    return new PredictedArtworks(
        Arrays.copyOf(ratings, size),
        Arrays.copyOf(predictions, size),
        Arrays.copyOf(relevant, size));
  }

  int size() {
    return ratings.length;
  }

  double rating(int work) {
    return ratings[work];
  }

  double prediction(int work) {
    return predictions[work];
  }

  boolean isRelevant(int work) {
    return relevant[work];
  }

  double meanRating() {
    return Arrays.stream(ratings).sum() / size();
  }

  /** Prediction minus rating. */
  double error(int work) {
    return predictions[work] - ratings[work];
  }

  double[] predictions() {
    return predictions.clone();
  }
}
