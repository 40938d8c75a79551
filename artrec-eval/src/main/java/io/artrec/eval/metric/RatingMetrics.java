package io.artrec.eval.metric;

import io.artrec.eval.metric.PredictedLiking.Formula;
import io.artrec.eval.metric.internal.MetricSpec;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Metrics of predicted ratings. They look at tested works that have both a rating and a prediction;
 * a recommender that says nothing of hard works looks better for it, so that {@code
 * prediction-coverage} belongs beside them. No such work: no value. Cost O(tested works), with a
 * sort for AUC.
 *
 * <p>{@code e} is prediction − rating; "all pairs" are those of all visitors together, so that who
 * rated much counts much:
 *
 * <table>
 * <caption>Metrics by name</caption>
 * <tr><th>Name</th><th>Value</th></tr>
 * <tr><td>{@code rmse}</td><td>{@code sqrt(mean e²)} over all pairs</td></tr>
 * <tr><td>{@code mse}</td><td>{@code mean e²} over all pairs</td></tr>
 * <tr><td>{@code mae}</td><td>{@code mean |e|} over all pairs</td></tr>
 * <tr><td>{@code rmse/visitor}</td><td>mean over visitors of {@code sqrt(mean e²)}</td></tr>
 * <tr><td>{@code mae/visitor}</td><td>mean over visitors of {@code mean |e|}</td></tr>
 * <tr><td>{@code r-squared}</td><td>{@code 1 − Σe² / Σ(rating − mean rating)²}</td></tr>
 * <tr><td>{@code explained-variance}</td><td>{@code 1 − Σ(e − mean e)² / Σ(rating − mean
 * rating)²}</td></tr>
 * <tr><td>{@code accuracy}</td><td>see {@link #accuracy}</td></tr>
 * <tr><td>{@code cross-entropy}, {@code cross-entropy/unscaled}</td><td>see {@link
 * #crossEntropy}</td></tr>
 * <tr><td>{@code auc/predictions}</td><td>see {@link #aucOfPredictions}</td></tr>
 * <tr><td>{@code prediction-coverage}</td><td>share of tested works with a prediction</td></tr>
 * </table>
 *
 * <p>{@code rmse} is the root of a mean over pairs and thus of no visitor's values; whether two
 * recommenders differ in it is tested with {@code mse}, which orders them alike and has values by
 * visitor, weighted by their numbers of pairs.
 */
public final class RatingMetrics {
  static final String BY_VISITOR = "visitor";
  static final String UNSCALED = "unscaled";
  static final String OF_PREDICTIONS = "predictions";

  private RatingMetrics() {}

  static Map<String, Function<MetricSpec, Metric>> families() {
    Map<String, Function<MetricSpec, Metric>> all = new TreeMap<>();
    all.put("rmse", spec -> byVisitor(spec) ? rmseByUser() : rmse());
    all.put("mae", spec -> byVisitor(spec) ? maeByUser() : mae());
    all.put("mse", spec -> plain(spec, mse()));
    all.put("r-squared", spec -> plain(spec, rSquared()));
    all.put("explained-variance", spec -> plain(spec, explainedVariance()));
    all.put(PredictionCoverage.FAMILY, spec -> plain(spec, predictionCoverage()));
    all.put(
        "accuracy",
        spec -> {
          only(spec, List.of(thresholds()));
          return new PredictedLiking(Formula.ACCURACY, threshold(spec));
        });
    all.put(
        "cross-entropy",
        spec -> {
          only(spec, List.of(List.of(UNSCALED), thresholds()));
          return new PredictedLiking(
              spec.has(UNSCALED) ? Formula.CROSS_ENTROPY_UNSCALED : Formula.CROSS_ENTROPY,
              threshold(spec));
        });
    all.put("auc", RatingMetrics::parseAuc);
    return all;
  }

  private static Metric parseAuc(MetricSpec spec) {
    only(spec, List.of(List.of(OF_PREDICTIONS), thresholds()));
    if (spec.has(OF_PREDICTIONS)) {
      return new PredictedLiking(Formula.AREA, threshold(spec));
    }
    if (threshold(spec).isPresent()) {
      throw new IllegalArgumentException(
          "metric '" + spec + "' has a threshold, which only 'auc/predictions' knows");
    }
    return RankMetrics.auc();
  }

  private static List<String> thresholds() {
    return List.of(PredictedLiking.THRESHOLD + "=");
  }

  private static OptionalDouble threshold(MetricSpec spec) {
    return spec.number(PredictedLiking.THRESHOLD);
  }

  private static void only(MetricSpec spec, List<List<String>> groups) {
    spec.only(groups).requireNoCutoff();
  }

  private static boolean byVisitor(MetricSpec spec) {
    only(spec, List.of(List.of(BY_VISITOR)));
    return spec.has(BY_VISITOR);
  }

  private static Metric plain(MetricSpec spec, Metric metric) {
    only(spec, List.of());
    return metric;
  }

  /** {@return {@code rmse}, root mean squared error over all pairs; 0 or more, less is better} */
  public static OverallMetric rmse() {
    return new PredictionFit(PredictionFit.Formula.ROOT_MEAN_SQUARED_ERROR);
  }

  /**
   * {@return {@code rmse/visitor}, the mean over visitors of each one's root mean squared error}
   */
  public static UserMetric rmseByUser() {
    return new RatingError(RatingError.Formula.ROOT_OF_VISITOR);
  }

  /**
   * {@return {@code mse}, mean squared error over all pairs, by visitor: a visitor counts as often
   * as it has pairs}
   */
  public static UserMetric mse() {
    return new RatingError(RatingError.Formula.SQUARED);
  }

  /**
   * {@return {@code mae}, mean absolute error over all pairs, by visitor: a visitor counts as often
   * as it has pairs}
   */
  public static UserMetric mae() {
    return new RatingError(RatingError.Formula.ABSOLUTE);
  }

  /** {@return {@code mae/visitor}, the mean over visitors of each one's mean absolute error} */
  public static UserMetric maeByUser() {
    return new RatingError(RatingError.Formula.ABSOLUTE_OF_VISITOR);
  }

  /**
   * {@return {@code r-squared}, the coefficient of determination: 1 is perfect, 0 as good as the
   * mean rating, below it is worse} No value where all ratings are equal.
   */
  public static OverallMetric rSquared() {
    return new PredictionFit(PredictionFit.Formula.R_SQUARED);
  }

  /**
   * {@return {@code explained-variance}, as {@link #rSquared} but forgiving predictions that are
   * too high or too low by the same all over}
   */
  public static OverallMetric explainedVariance() {
    return new PredictionFit(PredictionFit.Formula.EXPLAINED_VARIANCE);
  }

  /**
   * {@return {@code prediction-coverage}, the share of tested works, rated or not, that have a
   * prediction}
   */
  public static UserMetric predictionCoverage() {
    return new PredictionCoverage();
  }

  /**
   * Returns {@code accuracy}, the share of rated and predicted works whose prediction is on the
   * right side: at or above the border for relevant works, below it for others. The border is
   * half-way between the highest rating of a tested work that is not relevant and the lowest of one
   * that is, 3.5 for stars of which 4 and 5 are relevant. No value where tested works are all
   * relevant, or none is.
   *
   * @return the metric, 0 to 1
   */
  public static OverallMetric accuracy() {
    return new PredictedLiking(Formula.ACCURACY, OptionalDouble.empty());
  }

  /**
   * {@return {@code accuracy/threshold=…}, the share of rated and predicted works of which both or
   * neither of rating and prediction are at or above a threshold; 0 to 1}
   *
   * @param threshold the lowest rating that counts as liked
   */
  public static OverallMetric accuracy(double threshold) {
    return new PredictedLiking(Formula.ACCURACY, OptionalDouble.of(threshold));
  }

  /**
   * {@return {@code cross-entropy} (log loss): the mean over predicted works of {@code −ln(q)} for
   * a relevant one and {@code −ln(1 − q)} for another, {@code q} the prediction brought to 0 to 1
   * by {@code (prediction − min) / (max − min)} over all these works, and logarithms taken of 1e-15
   * at least} Predictions that are all equal become 0.5. In nats, 0 or more, less is better. As the
   * scale depends on the recommender's own extremes, it compares recommenders only roughly; the
   * variant {@code unscaled} takes predictions as they are and refuses those outside 0 to 1. With
   * the variant {@code threshold=3} works rated 3 or more count as relevant, others not, and works
   * without a rating are left out.
   */
  public static OverallMetric crossEntropy() {
    return new PredictedLiking(Formula.CROSS_ENTROPY, OptionalDouble.empty());
  }

  /**
   * {@return {@code auc/predictions}, the chance that among the predicted works of all visitors
   * together a relevant one is predicted higher than one that is not, a tie counting half; 0 to 1}
   * The variant {@code threshold=3} as for {@link #crossEntropy}. No value where these works are
   * all relevant, or none is.
   */
  public static OverallMetric aucOfPredictions() {
    return new PredictedLiking(Formula.AREA, OptionalDouble.empty());
  }
}
