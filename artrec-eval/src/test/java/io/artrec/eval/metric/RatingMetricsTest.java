package io.artrec.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingMetricsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /**
   * Errors of {@code u}: a −1, b 2, c 0; of {@code v}: a −4. No prediction for d, no rating of e.
   * Relevant are a and b of u (5 and 4) and a of v (5); not c (1). Predictions of rated works: 4,
   * 6, 1 and 1.
   */
  private static Visitors worked() {
    return Visitors.of(Visitors.STARS)
        .rates("u", "a5 b4 c1 d2")
        .predicted("u", "a4 b6 c1 e3")
        .does("u", InteractionKind.SKIP, "e")
        .rates("v", "a5")
        .predicted("v", "a1");
  }

  @ParameterizedTest
  @CsvSource({
    // (1 + 4 + 0 + 16) / 4
    "mse,           5.25",
    "rmse,          2.29128784747792",
    // (1 + 2 + 0 + 4) / 4
    "mae,           1.75",
    // (sqrt(5 / 3) + 4) / 2
    "rmse/visitor,  2.645497224367903",
    // (1 + 4) / 2
    "mae/visitor,   2.5",
    // mean rating 15 / 4, Σ(rating − mean)² = 1.5625 · 2 + 0.0625 + 7.5625 = 10.75: 1 − 21 / 10.75
    "r-squared,          -0.953488372093023",
    // mean error −3 / 4: Σ(e − mean)² = 21 − 4 · 0.5625 = 18.75
    "explained-variance, -0.744186046511628",
    // border (2 + 4) / 2 = 3: a 4 and b 6 are right, c 1 is right, v's a 1 is wrong
    "accuracy,             0.75",
    // ratings of 4.5 and more: a and v's a; predicted: b. c alone is right
    "accuracy/threshold=4.5, 0.25",
    // pairs (4, 1), (6, 1), (1, 1)
    "auc/predictions/threshold=3, 0.833333333333333",
    // with e, not relevant and predicted 3: (4, 3), (6, 3), not (1, 3)
    "auc/predictions,      0.75",
    // rated works, scaled 3/5, 1, 0, 0: −(ln 0.6 + ln 1 + ln 1 + ln 1e-15) / 4
    "cross-entropy/threshold=3, 8.762400504669168",
    // with e, scaled 2/5: −(ln 0.6 + 0 + 0 + ln 0.6 + ln 1e-15) / 5
    "cross-entropy,        7.112085528488533",
    // 5 of 6 tested works
    "prediction-coverage,  0.833333333333333",
  })
  void everyMetric_asWorkedByHand(String metric, double expected) {
    assertThat(worked().value(metric).orElseThrow()).isCloseTo(expected, within(1e-11));
  }

  @Test
  void unscaledCrossEntropy_asWorkedByHand() {
    // −(ln 0.8 + ln(1 − 0.4)) / 2
    assertThat(
            Visitors.one("a5 b1", "")
                .predicted("v", "a0.8 b0.4")
                .value("cross-entropy/unscaled")
                .orElseThrow())
        .isCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, EXACT);
  }

  @Test
  void unscaledCrossEntropy_refusesWhatIsNoProbability() {
    Visitors visitors = Visitors.one("a5 b1", "").predicted("v", "a0.8 b3");
    assertThatThrownBy(() -> visitors.value("cross-entropy/unscaled"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "metric 'cross-entropy/unscaled' met a prediction of 3.0, expected a probability from 0"
                + " to 1; scores of another range need 'cross-entropy'");
  }

  /** Ratings 5, 4, 2, 1 predicted as they are, and from the wrong end: errors −4, −2, 2, 4. */
  @ParameterizedTest
  @CsvSource({
    "mse,                0,  10",
    "rmse,               0,  3.1622776601683795",
    "mae,                0,  3",
    "rmse/visitor,       0,  3.1622776601683795",
    "mae/visitor,        0,  3",
    // Σe² = 16 + 4 + 4 + 16 = 40 of 4 + 1 + 1 + 4 = 10
    "r-squared,          1, -3",
    "explained-variance, 1, -3",
    "accuracy,           1,  0",
    "accuracy/threshold=4, 1, 0",
    "auc/predictions,    1,  0",
    "auc/predictions/threshold=3, 1, 0",
    "prediction-coverage, 1, 1",
  })
  void perfectAndReversed(String metric, double perfect, double reversed) {
    assertThat(Visitors.one("a5 b4 c2 d1", "").predicted("v", "a5 b4 c2 d1").value(metric))
        .hasValue(perfect);
    double value =
        Visitors.one("a5 b4 c2 d1", "").predicted("v", "a1 b2 c4 d5").value(metric).orElseThrow();
    assertThat(value).isCloseTo(reversed, EXACT);
  }

  @Test
  void crossEntropy_ofPerfectReversedAndEqual() {
    assertThat(
            Visitors.one("a5 b1", "").predicted("v", "a9 b2").value("cross-entropy").orElseThrow())
        .isEqualTo(0);
    assertThat(
            Visitors.one("a5 b1", "").predicted("v", "a2 b9").value("cross-entropy").orElseThrow())
        .isCloseTo(-Math.log(1e-15), EXACT);
    assertThat(
            Visitors.one("a5 b1", "").predicted("v", "a2 b2").value("cross-entropy").orElseThrow())
        .isCloseTo(Math.log(2), EXACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auc/predictions", "auc/predictions/threshold=3"})
  void equalScores_areChance(String metric) {
    assertThat(Visitors.one("a5 b1 c5", "").predicted("v", "a2 b2 c2").value(metric)).hasValue(0.5);
  }

  static Stream<String> metrics() {
    return Stream.of(
        "mse",
        "rmse",
        "mae",
        "rmse/visitor",
        "mae/visitor",
        "r-squared",
        "explained-variance",
        "accuracy",
        "accuracy/threshold=3.5",
        "cross-entropy",
        "cross-entropy/unscaled",
        "cross-entropy/threshold=3",
        "cross-entropy/unscaled/threshold=3",
        "auc/predictions",
        "auc/predictions/threshold=3");
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void nothingPredictedOrNothingTested_saysNothing(String metric) {
    assertThat(Visitors.one("a5 b1", "a").value(metric)).isEmpty();
    assertThat(Visitors.of(Visitors.STARS).value(metric)).isEmpty();
  }

  @Test
  void nothingPredicted_isNoCoverage() {
    assertThat(Visitors.one("a5 b1", "a").value("prediction-coverage")).hasValue(0);
    assertThat(Visitors.of(Visitors.STARS).value("prediction-coverage")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void name_parsesToAnEqualMetric(String name) {
    Metric metric = Metrics.parse(name);
    assertThat(metric.name()).isEqualTo(name);
    assertThat(Metrics.parse(name)).isEqualTo(metric);
    assertThat(metric.needs().predictions()).isTrue();
  }

  @Test
  void factories_nameTheirVariants() {
    assertThat(
            Stream.of(
                    RatingMetrics.rmse(),
                    RatingMetrics.rmseByUser(),
                    RatingMetrics.mse(),
                    RatingMetrics.mae(),
                    RatingMetrics.maeByUser(),
                    RatingMetrics.rSquared(),
                    RatingMetrics.explainedVariance(),
                    RatingMetrics.accuracy(),
                    RatingMetrics.accuracy(4),
                    RatingMetrics.crossEntropy(),
                    RatingMetrics.aucOfPredictions(),
                    RatingMetrics.predictionCoverage())
                .map(Metric::name))
        .containsExactly(
            "rmse",
            "rmse/visitor",
            "mse",
            "mae",
            "mae/visitor",
            "r-squared",
            "explained-variance",
            "accuracy",
            "accuracy/threshold=4",
            "cross-entropy",
            "auc/predictions",
            "prediction-coverage");
  }

  @Test
  void oneClassOnly_saysNothingWhereTwoAreCompared() {
    for (String metric :
        List.of("accuracy", "auc/predictions", "r-squared", "explained-variance")) {
      assertThat(Visitors.one("a5 b5", "").predicted("v", "a4 b3").value(metric))
          .as(metric)
          .isEmpty();
    }
  }

  @Test
  void globalErrors_weighVisitorsByTheirRatings() {
    Measurement measured = worked().measure("mse");
    UserValues users = measured.users().orElseThrow();
    assertThat(users.get(0).orElseThrow()).isCloseTo(5.0 / 3, EXACT);
    assertThat(users.weight(0)).isEqualTo(3);
    assertThat(users.get(1)).hasValue(16);
    assertThat(users.weight(1)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rmse@3 | looks at more than lists, expected no cutoff",
        "mae/user | metric 'mae/user' has no variant 'user', expected one of visitor",
        "accuracy/threshold= | threshold is '', expected a finite number",
        "auc/threshold=3 | has a threshold, which only 'auc/predictions' knows",
        "accuracy/threshold=1/threshold=2 | expected at most one of threshold=",
      })
  void wrongName_isRefused(String name, String message) {
    assertThatThrownBy(() -> Metrics.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void wrongThreshold_isRefused() {
    assertThatThrownBy(() -> RatingMetrics.accuracy(Double.NaN))
        .hasMessage("threshold is NaN, expected a finite number");
  }

  /** Scores of few values, so that many are tied. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void area_isTheShareOfOrderedPairs(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] relevant = random.ints(31, -3, 9).asDoubleStream().toArray();
    double[] others = random.ints(57, -5, 7).asDoubleStream().toArray();
    relevant[0] = Double.NEGATIVE_INFINITY;
    others[0] = Double.NEGATIVE_INFINITY;
    double ordered = 0;
    for (double score : relevant) {
      for (double other : others) {
        ordered += score > other ? 1 : score == other ? 0.5 : 0;
      }
    }
    assertThat(RankedPairs.area(relevant, others).orElseThrow()).isEqualTo(ordered / (31.0 * 57.0));
  }
}
