package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How predictions tell works that visitors like from others, over all visitors together. */
record PredictedLiking(Formula formula, OptionalDouble threshold) implements OverallMetric {
  static final String THRESHOLD = "threshold";
  private static final double LEAST = 1e-15;

  PredictedLiking {
    if (threshold.isPresent() && !Double.isFinite(threshold.getAsDouble())) {
      throw new IllegalArgumentException(
          "threshold is " + threshold.getAsDouble() + ", expected a finite number");
    }
  }

  enum Formula {
    ACCURACY("accuracy", "", Direction.HIGHER),
    CROSS_ENTROPY("cross-entropy", "", Direction.LOWER),
    CROSS_ENTROPY_UNSCALED("cross-entropy", RatingMetrics.UNSCALED, Direction.LOWER),
    AREA("auc", RatingMetrics.OF_PREDICTIONS, Direction.HIGHER);

    private final String family;
    private final String variant;
    private final Direction direction;

    Formula(String family, String variant, Direction direction) {
      this.family = family;
      this.variant = variant;
      this.direction = direction;
    }
  }

  @Override
  public String name() {
    List<String> variants = new ArrayList<>();
    if (!formula.variant.isEmpty()) {
      variants.add(formula.variant);
    }
    threshold.ifPresent(number -> variants.add(THRESHOLD + "=" + MetricSpec.format(number)));
    return new MetricSpec(formula.family, variants, OptionalInt.empty()).toString();
  }

  @Override
  public Needs needs() {
    return needsRatings() ? Needs.predictedRatings() : Needs.scores();
  }

  private boolean needsRatings() {
    return formula == Formula.ACCURACY || threshold.isPresent();
  }

  @Override
  public Direction direction() {
    return formula.direction;
  }

  @Override
  public OptionalDouble of(Outcomes outcomes) {
    PredictedArtworks works =
        needsRatings() ? PredictedArtworks.rated(outcomes) : PredictedArtworks.all(outcomes);
    boolean[] liked = new boolean[works.size()];
    for (int work = 0; work < liked.length; work++) {
      liked[work] =
          threshold.isPresent()
              ? works.rating(work) >= threshold.getAsDouble()
              : works.isRelevant(work);
    }
    if (liked.length == 0) {
      return OptionalDouble.empty();
    }
    return switch (formula) {
      case ACCURACY -> accuracy(works, liked, outcomes.test());
      case CROSS_ENTROPY -> OptionalDouble.of(crossEntropy(scaled(works.predictions()), liked));
      case CROSS_ENTROPY_UNSCALED ->
          OptionalDouble.of(crossEntropy(probabilities(works.predictions()), liked));
      case AREA -> area(works, liked);
    };
  }

  private OptionalDouble accuracy(PredictedArtworks works, boolean[] liked, TestSet test) {
    OptionalDouble least = threshold.isPresent() ? threshold : border(test);
    if (least.isEmpty()) {
      return OptionalDouble.empty();
    }
    int right = 0;
    for (int work = 0; work < liked.length; work++) {
      right += works.prediction(work) >= least.getAsDouble() == liked[work] ? 1 : 0;
    }
    return OptionalDouble.of((double) right / liked.length);
  }

  /** Half-way between the highest rating that is not relevant and the lowest that is. */
  private static OptionalDouble border(TestSet test) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int position = 0; position < test.size(); position++) {
      OptionalDouble rating = test.rating(position);
      if (rating.isPresent() && test.isRelevant(position)) {
        lowest = Math.min(lowest, rating.getAsDouble());
      } else if (rating.isPresent()) {
        highest = Math.max(highest, rating.getAsDouble());
      }
    }
    double border = (lowest + highest) / 2;
    return Double.isFinite(border) ? OptionalDouble.of(border) : OptionalDouble.empty();
  }

  private static double[] scaled(double[] predictions) {
    double min = Arrays.stream(predictions).min().orElseThrow();
    double max = Arrays.stream(predictions).max().orElseThrow();
    double width = max - min;
    return Arrays.stream(predictions)
        .map(prediction -> width == 0 ? 0.5 : (prediction - min) / width)
        .toArray();
  }

  private static double[] probabilities(double[] predictions) {
    for (double prediction : predictions) {
      if (!(prediction >= 0 && prediction <= 1)) {
        throw new IllegalArgumentException(
            "metric 'cross-entropy/unscaled' met a prediction of "
                + prediction
                + ", expected a probability from 0 to 1; scores of another range need"
                + " 'cross-entropy'");
      }
    }
    return predictions;
  }

  private static double crossEntropy(double[] chances, boolean[] liked) {
    double sum = 0;
    for (int work = 0; work < liked.length; work++) {
      double chance = liked[work] ? chances[work] : 1 - chances[work];
      sum -= StrictMath.log(Math.max(LEAST, chance));
    }
    return sum / liked.length;
  }

  private static OptionalDouble area(PredictedArtworks works, boolean[] liked) {
    double[] relevant = new double[liked.length];
    double[] others = new double[liked.length];
    int likes = 0;
    for (int work = 0; work < liked.length; work++) {
      if (liked[work]) {
        relevant[likes++] = works.prediction(work);
      } else {
        others[work - likes] = works.prediction(work);
      }
    }
    return RankedPairs.area(
        Arrays.copyOf(relevant, likes), Arrays.copyOf(others, liked.length - likes));
  }
}
