package io.artrec.eval.metric;

import java.util.OptionalDouble;

/** How predicted ratings of all visitors together follow the ratings. */
record PredictionFit(Formula formula) implements OverallMetric {
  enum Formula {
    ROOT_MEAN_SQUARED_ERROR("rmse", Direction.LOWER),
    R_SQUARED("r-squared", Direction.HIGHER),
    EXPLAINED_VARIANCE("explained-variance", Direction.HIGHER);

    private final String family;
    private final Direction direction;

    Formula(String family, Direction direction) {
      this.family = family;
      this.direction = direction;
    }
  }

  @Override
  public String name() {
    return formula.family;
  }

  @Override
  public Needs needs() {
    return Needs.predictedRatings();
  }

  @Override
  public Direction direction() {
    return formula.direction;
  }

  @Override
  public OptionalDouble of(Outcomes outcomes) {
    PredictedArtworks works = PredictedArtworks.rated(outcomes);
    int size = works.size();
    if (size == 0) {
      return OptionalDouble.empty();
    }
    double squared = 0;
    double errors = 0;
    for (int work = 0; work < size; work++) {
      double error = works.error(work);
      errors += error;
      squared += error * error;
    }
    if (formula == Formula.ROOT_MEAN_SQUARED_ERROR) {
      return OptionalDouble.of(Math.sqrt(squared / size));
    }
    double meanRating = works.meanRating();
    double bias = formula == Formula.EXPLAINED_VARIANCE ? errors / size : 0;
    double spread = 0;
    double left = 0;
    for (int work = 0; work < size; work++) {
      double fromMean = works.rating(work) - meanRating;
      double fromBias = works.error(work) - bias;
      spread += fromMean * fromMean;
      left += fromBias * fromBias;
    }
    return spread == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - left / spread);
  }
}
