package io.artrec.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankMetricsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** Relevant: a, b and c. Tested but not relevant: d. */
  private static final String TRUTH = "a5 b4 c4 d2";

  private static final List<String> LIST_METRICS =
      List.of(
          "precision@4",
          "precision/min@4",
          "recall@4",
          "recall/min@4",
          "f1@4",
          "hit-rate@4",
          "mrr@4",
          "map@4",
          "map/test@4",
          "map/hits@4",
          "r-precision@4",
          "ndcg@4",
          "ndcg/rating@4",
          "ndcg/exponential@4",
          "ndcg/flat-start@4",
          "ndcg/geometric=0.5@4",
          "ndcg/full-ideal@4",
          "ndcg/exponential/flat-start/full-ideal@4",
          "dcg@4",
          "dcg/rating@4",
          "dcg/exponential@4",
          "dcg/flat-start@4",
          "dcg/geometric=0.5@4",
          "rbp@4",
          "rbp/p=0.5@4");

  private static final List<String> RANK_METRICS = List.of("auc", "mrr", "r-precision");

  static Stream<String> listMetrics() {
    return LIST_METRICS.stream();
  }

  static Stream<String> rankMetrics() {
    return RANK_METRICS.stream();
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /**
   * Hits by rank: of the worked list {@code a d b x c} 1 and 3 (c stands behind the cutoff), of the
   * perfect {@code a b c x} 1, 2 and 3, reversed {@code x c b a} 2, 3 and 4, of the short {@code x
   * a} 2, with duplicates {@code a a b} 1 and 3.
   */
  static Stream<Arguments> workedByHand() {
    double second = 1 / log2(3);
    double fourth = 1 / log2(5);
    double best = 1 + second + 0.5;
    double bestRated = 5 + 4 * second + 4 * 0.5;
    double bestExponential = 31 + 15 * second + 15 * 0.5;
    double bestFlat = 1 + 1 + second;
    double bestFlatExponential = 31 + 15 + 15 * second;
    double bestHalved = 1 + 0.5 + 0.25;
    return Stream.of(
        row("precision@4", 2.0 / 4, 3.0 / 4, 3.0 / 4, 1.0 / 4),
        row("precision/min@4", 2.0 / 3, 1, 1, 1.0 / 3),
        row("recall@4", 2.0 / 3, 1, 1, 1.0 / 3),
        row("recall/min@4", 2.0 / 3, 1, 1, 1.0 / 3),
        row("f1@4", 4.0 / 7, 6.0 / 7, 6.0 / 7, 2.0 / 7),
        row("hit-rate@4", 1, 1, 1, 1),
        row("mrr@4", 1, 1, 1.0 / 2, 1.0 / 2),
        row("map@4", (1 + 2.0 / 3) / 3, 1, (1.0 / 2 + 2.0 / 3 + 3.0 / 4) / 3, 1.0 / 2 / 3),
        row("map/test@4", (1 + 2.0 / 3) / 3, 1, (1.0 / 2 + 2.0 / 3 + 3.0 / 4) / 3, 1.0 / 2 / 3),
        row("map/hits@4", (1 + 2.0 / 3) / 2, 1, (1.0 / 2 + 2.0 / 3 + 3.0 / 4) / 3, 1.0 / 2),
        row("r-precision@4", 2.0 / 3, 1, 2.0 / 3, 1.0 / 3),
        row("ndcg@4", 1.5 / best, 1, (second + 0.5 + fourth) / best, second / best),
        row(
            "ndcg/rating@4",
            (5 + 4 * 0.5) / bestRated,
            1,
            (4 * second + 4 * 0.5 + 5 * fourth) / bestRated,
            5 * second / bestRated),
        row(
            "ndcg/exponential@4",
            (31 + 15 * 0.5) / bestExponential,
            1,
            (15 * second + 15 * 0.5 + 31 * fourth) / bestExponential,
            31 * second / bestExponential),
        row(
            "ndcg/flat-start@4",
            (1 + second) / bestFlat,
            1,
            (1 + second + 0.5) / bestFlat,
            1 / bestFlat),
        row("ndcg/geometric=0.5@4", 1.25 / bestHalved, 1, 0.875 / bestHalved, 0.5 / bestHalved),
        row("ndcg/full-ideal@4", 1.5 / best, 1, (second + 0.5 + fourth) / best, second / best),
        row(
            "ndcg/exponential/flat-start/full-ideal@4",
            (31 + 15 * second) / bestFlatExponential,
            1,
            (15 + 15 * second + 31 * 0.5) / bestFlatExponential,
            31 / bestFlatExponential),
        row("dcg@4", 1.5, best, second + 0.5 + fourth, second),
        row("dcg/rating@4", 7, bestRated, 4 * second + 2 + 5 * fourth, 5 * second),
        row(
            "dcg/exponential@4",
            38.5,
            bestExponential,
            15 * second + 7.5 + 31 * fourth,
            31 * second),
        row("dcg/flat-start@4", 1 + second, bestFlat, 1 + second + 0.5, 1),
        row("dcg/geometric=0.5@4", 1.25, bestHalved, 0.875, 0.5),
        row("rbp@4", 0.2 * 1.64, 0.2 * 2.44, 0.2 * (0.8 + 0.64 + 0.512), 0.2 * 0.8),
        row("rbp/p=0.5@4", 0.5 * 1.25, 0.5 * 1.75, 0.5 * 0.875, 0.5 * 0.5));
  }

  private static Arguments row(
      String metric, double worked, double perfect, double reversed, double shorter) {
    return Arguments.of(metric, worked, perfect, reversed, shorter);
  }

  @Test
  void everyListMetric_isWorkedByHand() {
    assertThat(workedByHand().map(row -> (String) row.get()[0]).toList()).isEqualTo(LIST_METRICS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workedByHand")
  void fourPlaces_asWorkedByHand(
      String metric, double worked, double perfect, double reversed, double shorter) {
    assertThat(of(metric, "a d b x c")).as("worked, longer than k").isCloseTo(worked, EXACT);
    assertThat(of(metric, "a b c x")).as("perfect").isCloseTo(perfect, EXACT);
    assertThat(of(metric, "x c b a")).as("reversed").isCloseTo(reversed, EXACT);
    assertThat(of(metric, "x a")).as("shorter than k").isCloseTo(shorter, EXACT);
    assertThat(of(metric, "a a b")).as("duplicates").isCloseTo(worked, EXACT);
  }

  private static double of(String metric, String list) {
    return Visitors.one(TRUTH, list).value(metric).orElseThrow();
  }

  /** Three relevant works and two places, of which the first is a hit. */
  @ParameterizedTest
  @CsvSource({
    "precision@2,        0.5",
    "precision/min@2,    0.5",
    "recall@2,           0.33333333333333333",
    "recall/min@2,       0.5",
    "f1@2,               0.4",
    "map@2,              0.5",
    "map/test@2,         0.33333333333333333",
    "map/hits@2,         1",
    "r-precision@2,      0.33333333333333333",
    // 1 / (1 + 1 / log2(3))
    "ndcg@2,             0.61314719276545841",
    // 1 / (1 + 1 / log2(3) + 1 / 2)
    "ndcg/full-ideal@2,  0.46927872602275644",
    // 5 / (5 + 4 / log2(3)) and with + 4 / 2
    "ndcg/rating@2,      0.6645649565734895",
    "ndcg/rating/full-ideal@2, 0.5250049893849101",
    // 1 / (1 + 1)
    "ndcg/flat-start@2,  0.5",
  })
  void moreRelevantWorksThanPlaces_tellVariantsApart(String metric, double expected) {
    assertThat(of(metric, "a d b c")).isCloseTo(expected, EXACT);
  }

  @ParameterizedTest
  @MethodSource("listMetrics")
  void emptyList_isZero(String metric) {
    assertThat(Visitors.one(TRUTH, "").value(metric)).hasValue(0);
    assertThat(Visitors.one(TRUTH, "d x y z").value(metric)).hasValue(0);
  }

  @ParameterizedTest
  @MethodSource({"listMetrics", "rankMetrics"})
  void emptyTruth_saysNothing(String metric) {
    Visitors visitors = Visitors.one("d2", "a b d").others("v", 9);
    assertThat(visitors.value(metric)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"listMetrics", "rankMetrics"})
  void nameAndVariants_parseToAnEqualMetric(String name) {
    Metric metric = Metrics.parse(name);
    assertThat(metric.name()).isEqualTo(name);
    assertThat(Metrics.parse(name)).isEqualTo(metric).hasSameHashCodeAs(metric);
    assertThat(metric.direction()).isEqualTo(Metric.Direction.HIGHER);
  }

  @Test
  void visitorsWithoutRelevantWorks_doNotCount() {
    Visitors visitors =
        Visitors.of(Visitors.STARS)
            .rates("liking", "a5")
            .rates("grumbling", "a1")
            .rates("missed", "b4")
            .sees("liking", "a")
            .sees("grumbling", "a")
            .sees("missed", "a");
    Measurement measured = visitors.measure("recall@1");
    assertThat(measured.value()).hasValue(0.5);
    assertThat(measured.users().orElseThrow().count()).isEqualTo(2);
    assertThat(measured.users().orElseThrow().get(1)).isEmpty();
  }

  @Test
  void fluentFactories_nameTheirVariants() {
    assertThat(RankMetrics.ndcg(10).gain(Gain.EXPONENTIAL).name()).isEqualTo("ndcg/exponential@10");
    assertThat(
            RankMetrics.ndcg(5)
                .ideal(DiscountedGain.Ideal.FULL)
                .discount(Discount.FLAT_START)
                .gain(Gain.RATING)
                .name())
        .isEqualTo("ndcg/rating/flat-start/full-ideal@5");
    assertThat(RankMetrics.dcg(3).discount(Discount.geometric(0.9)))
        .isEqualTo(Metrics.parse("dcg/geometric=0.9@3"));
    assertThat(RankMetrics.precision(5, Divisor.MIN)).isEqualTo(Metrics.parse("precision/min@5"));
    assertThat(RankMetrics.recall(5, Divisor.MIN)).isEqualTo(Metrics.parse("recall/min@5"));
    assertThat(RankMetrics.averagePrecision(5, Divisor.HITS))
        .isEqualTo(Metrics.parse("map/hits@5"));
    assertThat(RankMetrics.rankBiasedPrecision(7, 0.95)).isEqualTo(Metrics.parse("rbp/p=0.95@7"));
    assertThat(Metrics.parse("ndcg/full-ideal/log2/binary@3").name())
        .isEqualTo("ndcg/full-ideal@3");
    assertThat(Metrics.parse("precision/k@3")).isEqualTo(RankMetrics.precision(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "precision | metric 'precision' has no cutoff, expected one, as in precision@10",
        "coverage | ; did you mean catalog-coverage@k, prediction-coverage or user-coverage@k?",
        "coverage@20 | ; did you mean catalog-coverage@20, prediction-coverage or",
        "hitrate@5 | ; did you mean hit-rate@5?",
        "rsme | expected one of",
        "ndcg/exponentail@3 | ; did you mean exponential?",
        "ndcg/hits@3 | metric 'ndcg/hits@3' has no variant 'hits', expected one of binary, rating,",
        "dcg/full-ideal@3 | has no variant 'full-ideal'",
        "precision/hits@3 | metric 'precision/hits@3' has no variant 'hits', expected one of k, min",
        "ndcg/rating/exponential@3 | expected at most one of binary, rating, exponential",
        "rbp/p=x@3 | metric 'rbp/p=x@3', p is 'x', expected a finite number",
        "rbp/p=1@3 | persistence is 1.0, expected above 0 and below 1",
        "rbp/p=nan@3 | p is 'nan', expected a finite number",
        "auc@3 | metric 'auc@3' looks at more than lists, expected no cutoff",
        "gauc/visitor | has no variant 'visitor', expected none",
        "recall@0 | cutoff of metric 'recall' is 0, expected 1 or more",
      })
  void wrongName_isRefused(String name, String message) {
    assertThatThrownBy(() -> Metrics.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void wrongArgument_isRefused() {
    assertThatThrownBy(() -> RankMetrics.ndcg(0)).hasMessage("cutoff is 0, expected 1 or more");
    assertThatThrownBy(() -> RankMetrics.recall(5, Divisor.HITS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("divisor of recall is HITS, expected one of [");
  }

  @Test
  void negativeGrade_isRefusedByGainsThatDependOnIt() {
    Visitors visitors = Visitors.of(Visitors.ALL_RELEVANT).rates("v", "a-1 b2").sees("v", "b");
    assertThatThrownBy(() -> visitors.value("ndcg/rating@2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "grade of a relevant work is -1.0, expected 0 to any finite number for gain 'rating';"
                + " shift the ratings, or use gain 'binary'");
    assertThatThrownBy(() -> Gain.EXPONENTIAL.of(1001))
        .hasMessageContaining("expected 0 to 1,000 for gain 'exponential'");
  }

  @Test
  void relevantWorksOfGradeZero_areNoIdeal() {
    Visitors visitors = Visitors.of(Visitors.ALL_RELEVANT).rates("v", "a0 b0").sees("v", "b");
    assertThat(visitors.value("ndcg/rating@2")).isEmpty();
  }

  @Test
  void equalGrades_areWorthTheSameInAnyOrder() {
    assertThat(of("ndcg/rating@4", "a b c")).isEqualTo(of("ndcg/rating@4", "a c b")).isEqualTo(1);
  }

  /** Others 10: a has 1 above, b 4 above and 2 tied (5 before), c is no candidate. */
  @Test
  void fullRanks_asWorkedByHand() {
    Visitors visitors = Visitors.one(TRUTH, "").ranked("v", "a", 1, 0).ranked("v", "b", 4, 2);
    visitors.others("v", 10);
    Outcomes outcomes = visitors.outcomes(Needs.fullRanks());
    assertThat(measure("auc", outcomes)).isCloseTo((9.0 / 10 + 5.0 / 10 + 0) / 3, EXACT);
    assertThat(measure("mrr", outcomes)).isEqualTo(1 / 2.0);
    // Places 2 and 5 + 1 + 1 = 7: one is among the first three.
    assertThat(measure("r-precision", outcomes)).isCloseTo(1.0 / 3, EXACT);
  }

  @Test
  void perfectAndReversedRanks_areOneAndLeast() {
    Outcomes perfect = ranked(0, 0);
    assertThat(measure("auc", perfect)).isEqualTo(1);
    assertThat(measure("mrr", perfect)).isEqualTo(1);
    assertThat(measure("r-precision", perfect)).isEqualTo(1);
    Outcomes reversed = ranked(10, 0);
    assertThat(measure("auc", reversed)).isEqualTo(0);
    assertThat(measure("mrr", reversed)).isEqualTo(1 / 11.0);
    assertThat(measure("r-precision", reversed)).isEqualTo(0);
  }

  @Test
  void everythingTied_isChance() {
    Outcomes tied = ranked(0, 10);
    assertThat(measure("auc", tied)).isEqualTo(0.5);
    assertThat(measure("mrr", tied)).isEqualTo(1 / 6.0);
    // The first relevant work stands at place 6, behind the three that count.
    assertThat(measure("r-precision", tied)).isEqualTo(0);
  }

  @Test
  void unscoredWork_isTiedWithUnscoredOthersBelowTheScored() {
    // Six others are scored and four are not: (10 − 6 − 4 / 2) / 10.
    assertThat(measure("auc", ranked(6, 4))).isCloseTo(0.2, EXACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auc", "mrr", "r-precision"})
  void noRelevantCandidate_isZero(String metric) {
    Visitors visitors = Visitors.one(TRUTH, "").others("v", 10);
    assertThat(visitors.value(metric)).hasValue(0);
  }

  @Test
  void noOtherCandidate_saysNothingOfAuc() {
    Visitors visitors = Visitors.one(TRUTH, "").ranked("v", "a", 0, 0).others("v", 0);
    assertThat(visitors.value("auc")).isEmpty();
  }

  private static Outcomes ranked(int above, int tied) {
    Visitors visitors = Visitors.one(TRUTH, "").others("v", 10);
    for (String work : List.of("a", "b", "c")) {
      visitors.ranked("v", work, above, tied);
    }
    return visitors.outcomes(Needs.fullRanks());
  }

  /** A list of all candidates and the ranks counted from it tell the same. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7})
  void fullRanks_agreeWithListsOfAllCandidates(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> list = new ArrayList<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      list.add(random.nextInt(list.size() + 1), String.valueOf(letter));
    }
    Visitors visitors = Visitors.of(Visitors.STARS).sees("v", list);
    int others = 0;
    int pairs = 0;
    List<String> relevant = new ArrayList<>();
    for (String work : list) {
      if (random.nextInt(4) == 0 || work.equals("q")) {
        visitors.rates("v", work, 5).ranked("v", work, others, 0);
        relevant.add(work);
        pairs += others;
      } else {
        others++;
      }
    }
    visitors.others("v", others);
    Outcomes outcomes = visitors.outcomes(Needs.fullRanks().and(Needs.list(26)));
    assertThat(measure("mrr", outcomes)).isEqualTo(measure("mrr@26", outcomes));
    assertThat(measure("r-precision", outcomes)).isEqualTo(measure("r-precision@26", outcomes));
    assertThat(measure("auc", outcomes))
        .isCloseTo(1 - pairs / (double) (relevant.size() * others), EXACT);
  }

  private static double measure(String metric, Outcomes outcomes) {
    return Measurement.of(Metrics.parse(metric), outcomes).value().orElseThrow();
  }

  /**
   * First visitor: relevant 0.9 and 0.3, others 0.5 and 0.3: pairs 1, 1, 0, ½ of 4, with 4 tested
   * works. Second: relevant 0.2, other 0.8: 0 with 2 works. The third has only relevant works.
   */
  @Test
  void gauc_asWorkedByHand() {
    Visitors visitors =
        Visitors.of(Visitors.STARS)
            .rates("u", "a5 b4 c1 d2")
            .predicted("u", "a0.9 b0.3 c0.5 d0.3")
            .rates("v", "a5 b1")
            .predicted("v", "a0.2 b0.8")
            .rates("w", "a5 b5")
            .predicted("w", "a0.2 b0.8");
    Measurement measured = visitors.measure("gauc");
    assertThat(measured.value().orElseThrow()).isCloseTo((4 * 0.625 + 2 * 0) / 6, EXACT);
    UserValues users = measured.users().orElseThrow();
    assertThat(users.get(0)).hasValue(0.625);
    assertThat(users.weight(1)).isEqualTo(2);
    assertThat(users.get(2)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a5 b1, a3 b2,    1",
    "a5 b1, a2 b3,    0",
    "a5 b1, a2 b2,    0.5",
    "a5 b1, a2,       1",
    "a5 b1, b2,       0",
    "a5 b1, '',       0.5",
    "a5 b5 c1, a2 c1, 0.5",
  })
  void gauc_ofPerfectReversedTiedAndUnscored(String ratings, String predicted, double expected) {
    assertThat(Visitors.one(ratings, "").predicted("v", predicted).value("gauc"))
        .hasValue(expected);
  }

  @Test
  void discounts_asPublished() {
    assertThat(new double[] {Discount.LOG2.at(1), Discount.LOG2.at(3), Discount.LOG2.at(7)})
        .containsExactly(new double[] {1, 1 / 2.0, 1 / 3.0}, EXACT);
    assertThat(
            new double[] {
              Discount.FLAT_START.at(1),
              Discount.FLAT_START.at(2),
              Discount.FLAT_START.at(4),
              Discount.FLAT_START.at(4096)
            })
        .containsExactly(new double[] {1, 1, 1 / 2.0, 1 / 12.0}, EXACT);
    assertThat(Discount.geometric(0.5).at(4)).isEqualTo(0.125);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 1023, 1024, 1025, 3000})
  void sumOfDiscounts_isTheSumOfRanks(int ranks) {
    for (Discount discount : Arrays.asList(Discount.LOG2, Discount.FLAT_START)) {
      double sum = 0;
      for (int rank = 1; rank <= ranks; rank++) {
        sum += discount.at(rank);
      }
      assertThat(discount.sum(ranks)).isEqualTo(sum);
    }
  }
}
