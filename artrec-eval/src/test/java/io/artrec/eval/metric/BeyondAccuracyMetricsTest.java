package io.artrec.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeyondAccuracyMetricsTest {
  private static final List<String> BY_VISITOR =
      List.of(
          "diversity@3",
          "diversity/look@3",
          "novelty@3",
          "novelty/visitors@3",
          "epc@3",
          "epc/relevant@3",
          "epc/discounted@3",
          "epc/relevant/discounted@3",
          "novelty/relevant@3",
          "novelty/discounted@3",
          "novelty/visitors/relevant/discounted@3",
          "unexpectedness@3",
          "unexpectedness/look@3",
          "unexpectedness/popular@3",
          "serendipity@3",
          "serendipity/look@3",
          "serendipity/popular@3",
          "arp@3",
          "aplt@3",
          "aplt/head=0.5@3",
          "aclt@3",
          "aclt/head=0.5@3",
          "calibration/movement@3");

  private static final List<String> OVERALL =
      List.of(
          "catalog-coverage@3",
          "catalog-coverage/trained@3",
          "entropy@3",
          "entropy/normalized@3",
          "gini@3",
          "gini/unbiased@3",
          "aclt/catalog@3",
          "aclt/catalog/head=0.5@3",
          "exposure-gini/artist@3",
          "exposure-ratio/medium@3",
          "exposure-disparity/artist@3");

  static Stream<String> byVisitor() {
    return BY_VISITOR.stream();
  }

  static Stream<String> all() {
    return Stream.of(BY_VISITOR, OVERALL, List.of("user-coverage@3", "user-coverage/full@3"))
        .flatMap(List::stream);
  }

  private static Catalog catalog() {
    return Catalog.of(
        List.of(
            Artwork.builder("a", "A").artist("X").movement("M1").medium("oil").build(),
            Artwork.builder("b", "B").artist("X").movement("M1").medium("oil").build(),
            Artwork.builder("c", "C").artist("Y").movement("M2").medium("oil").build(),
            Artwork.builder("d", "D")
                .artist("Y")
                .movement("M1")
                .movement(" m2 ")
                .medium("ink")
                .build(),
            Artwork.builder("e", "E").medium("ink").build(),
            Artwork.builder("f", "F").artist("Z").movement("M3").medium("ink").build()));
  }

  /** Works of a, b, c and f; d and e lack it. */
  private static FeatureStore look(Similarity similarity) {
    FeatureMatrix matrix =
        FeatureMatrix.builder(6, 2)
            .set(0, new float[] {1, 0})
            .set(1, new float[] {0, 1})
            .set(2, new float[] {1, 1})
            .set(5, new float[] {1, 0})
            .build();
    FeatureSpec spec = FeatureSpec.named("look").similarity(similarity).build();
    return FeatureStore.of(6, List.of(new FeatureStore.Entry(spec, matrix, 1)));
  }

  private static Visitors fresh() {
    return Visitors.over(catalog(), Visitors.STARS)
        .features(look(Similarities.cosine()))
        .knows("u", "a b")
        .knows("v", "a c")
        .knows("w", "a");
  }

  /**
   * Popularity: a 3, b 1, c 1, others 0; 5 pairs, 3 visitors. Hits: c of u, b of v. Like are a and
   * b, and a and c, by 1 / sqrt(3).
   */
  private static Visitors worked() {
    return fresh()
        .rates("u", "c5")
        .rates("v", "b5 d5")
        .rates("w", "d5")
        .rates("x", "a5")
        .sees("u", "c d")
        .sees("v", "a b")
        .sees("w", "a");
  }

  @ParameterizedTest
  @CsvSource({
    // a, b, c and d of six
    "catalog-coverage@2,         0.666666666666667",
    "catalog-coverage@1,         0.333333333333333",
    // a, b, c
    "catalog-coverage/trained@2, 1",
    "catalog-coverage/trained@1, 0.666666666666667",
    // all but x; u and v
    "user-coverage@2,            0.75",
    "user-coverage/full@2,       0.5",
    // shares 0.4, 0.2, 0.2, 0.2
    "entropy@2,                  1.921928094887362",
    "entropy/normalized@2,       0.7435032788101106",
    // counts 0 0 1 1 1 2: (-1 + 1 + 3 + 10) / (6 · 5)
    "gini@2,                     0.433333333333333",
    "gini/unbiased@2,            0.52",
    // u 1, v 1 − 1 / sqrt(3); w has one work
    "diversity@2,                0.711324865405187",
    // −log2(1/5) twice, and a −log2(3/5)
    "novelty@2,                  1.5294468445267844",
    "efd@2,                      1.5294468445267844",
    "novelty/visitors@2,         0.792481250360578",
    // u (2/3 + 1) / 2, v (0 + 2/3) / 2, w 0
    "epc@2,                      0.388888888888889",
    "epc/relevant@2,             0.222222222222222",
    "epc/discounted@2,           0.35117315796706944",
    "epc/relevant/discounted@2,  0.222222222222222",
    "efd/relevant@2,             0.773976031629121",
    // u log2(5), v (log2(5/3) + log2(5) / log2(3)) / (1 + 1 / log2(3)), w log2(5/3)
    "efd/discounted@2,           1.4696688253284111",
    "efd/relevant/discounted@2,  0.773976031629121",
    // u 1/2, v 2, w 3
    "arp@2,                      1.833333333333333",
    // head a and b with 4 of 5 pairs; u 2 of 2
    "aplt@2,                     0.333333333333333",
    "aclt@2,                     0.666666666666667",
    "aclt/catalog@2,             0.5",
    // head a alone; v's b too
    "aplt/head=0.5@2,            0.5",
    "aclt/head=0.5@2,            1",
    "aclt/catalog/head=0.5@2,    0.6",
    // u (1 − 1/sqrt(3)/2 + 1) / 2, v (1 − (1 + 1/sqrt(3)) / 2 + 1 − 1/sqrt(3)/2) / 2, w 0
    "unexpectedness@2,           0.43899576603592694",
    "serendipity@2,              0.237108288468396",
    // popular and unknown: u c d, v b d, w b c
    "unexpectedness/popular@2,   0.5",
    "serendipity/popular@2,      0",
    // u c alone: v and w b
    "serendipity/popular@1,      0",
    // u ln(1 / 0.2575), v ln(0.5 / 0.995) / 2 + ln(100) / 2, w 0
    "calibration@2,              1.1050844441680638",
    // X 2 + 1 / log2(3), Y 1 + 1 / log2(3), Z 0
    "exposure-gini@2,            0.41154645433712606",
    "exposure-ratio@2,           0",
    // ink 1 / log2(3) for three works, oil 3 + 1 / log2(3) for three
    "exposure-ratio/medium@2,    0.17376534287144002",
    // pairs: X 4 of 5, Y 1 of 5
    "exposure-disparity@2,       0.182680318494311",
  })
  void workedByHand(String metric, double value) {
    assertThat(worked().value(metric).orElseThrow()).isCloseTo(value, within(1e-12));
  }

  @Test
  void diversityOfAFeature_passesOverPairsThatLackIt() {
    Visitors visitors = fresh().rates("u", "c5").sees("u", "a b c d");
    assertThat(visitors.value("diversity/look@4").orElseThrow())
        .isCloseTo((1 + 2 * (1 - Math.sqrt(0.5))) / 3, within(1e-7));
    assertThat(fresh().rates("u", "c5").sees("u", "a d").value("diversity/look@2")).isEmpty();
  }

  @Test
  void unexpectednessByAFeature_averagesOverKnownWorksThatHaveIt() {
    // v knows a and c: f is as a, and as c by 1/sqrt(2); d lacks the feature
    Visitors visitors = fresh().rates("v", "f5").sees("v", "d f");
    double distance = 1 - (1 + Math.sqrt(0.5)) / 2;
    assertThat(visitors.value("unexpectedness/look@2").orElseThrow())
        .isCloseTo(distance, within(1e-7));
    assertThat(visitors.value("serendipity/look@2").orElseThrow())
        .isCloseTo(distance, within(1e-7));
  }

  @Test
  void serendipityBeyondPopular_needsAHitThatIsNotPopular() {
    // popular and unknown to u: c; the list's f is a hit beyond it
    assertThat(
            fresh().rates("u", "f5 c5").sees("u", "f").value("serendipity/popular@1").orElseThrow())
        .isEqualTo(1);
    assertThat(
            fresh().rates("u", "f5 c5").sees("u", "c").value("serendipity/popular@1").orElseThrow())
        .isZero();
  }

  @ParameterizedTest
  @MethodSource("byVisitor")
  void emptyList_noValue(String metric) {
    assertThat(fresh().rates("u", "c5").sees("u", "").value(metric)).isEmpty();
  }

  @Test
  void emptyLists_coverNothingAndSpreadNothing() {
    Visitors visitors = fresh().rates("u", "c5").sees("u", "");
    assertThat(visitors.value("catalog-coverage@3")).hasValue(0);
    assertThat(visitors.value("user-coverage@3")).hasValue(0);
    assertThat(visitors.value("aclt/catalog@3")).hasValue(0);
    for (String metric : List.of("entropy@3", "gini@3", "exposure-gini@3", "exposure-ratio@3")) {
      assertThat(visitors.value(metric)).as(metric).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noRelevantWork_measuredAllTheSame(String metric) {
    Visitors visitors = fresh().rates("u", "c1").sees("u", "c a f");
    assertThat(visitors.value(metric)).as(metric).isPresent();
  }

  @ParameterizedTest
  @MethodSource("all")
  void worksBeyondTheCutoff_doNotCount(String metric) {
    double value = fresh().rates("u", "c5").sees("u", "c a f").value(metric).orElseThrow();
    Visitors longer = fresh().rates("u", "c5").sees("u", "c a f b e");
    Metric parsed = Metrics.parse(metric);
    assertThat(
            Measurement.of(parsed, longer.outcomes(Needs.list(5).and(parsed.needs())))
                .value()
                .orElseThrow())
        .isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diversity@3",
        "novelty@3",
        "epc@3",
        "unexpectedness@3",
        "gini@3",
        "entropy@3",
        "aplt@3",
        "calibration/movement@3"
      })
  void reversedList_sameValueWherePlacesCountTheSame(String metric) {
    assertThat(fresh().rates("u", "c5").sees("u", "c a f").value(metric).orElseThrow())
        .isCloseTo(
            fresh().rates("u", "c5").sees("u", "f a c").value(metric).orElseThrow(), within(1e-12));
  }

  @Test
  void reversedList_anotherValueWherePlacesCountLess() {
    assertThat(fresh().rates("u", "c5").sees("u", "a f").value("epc/discounted@2").orElseThrow())
        .isLessThan(
            fresh().rates("u", "c5").sees("u", "f a").value("epc/discounted@2").orElseThrow());
  }

  @Test
  void duplicates_takeBothPlaces() {
    assertThat(fresh().rates("u", "c5").sees("u", "e e").value("diversity@2").orElseThrow())
        .isZero();
    assertThat(fresh().rates("u", "c5").sees("u", "a a f").value("arp@3").orElseThrow())
        .isEqualTo(2);
    // the second c is no hit again
    assertThat(fresh().rates("u", "c5").sees("u", "c c").value("epc/relevant@2").orElseThrow())
        .isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void ties_inPopularityBreakByCatalogueOrder() {
    // b and c are as popular; half the pairs and one more is a and b
    Visitors visitors = fresh().rates("u", "c5").sees("u", "b");
    assertThat(visitors.value("aplt/head=0.7@1")).hasValue(0);
    assertThat(fresh().rates("u", "c5").sees("u", "c").value("aplt/head=0.7@1")).hasValue(1);
  }

  @Test
  void visitorWithoutKnownWorks_hasNoSurpriseAndNoCalibration() {
    Visitors visitors = fresh().rates("stranger", "c5").sees("stranger", "c a");
    assertThat(visitors.value("unexpectedness@2")).isEmpty();
    assertThat(visitors.value("serendipity@2")).isEmpty();
    assertThat(visitors.value("calibration@2")).isEmpty();
  }

  @Test
  void listAsWhatWasKnown_isCalibrated() {
    assertThat(fresh().rates("u", "c5").sees("u", "a b").value("calibration@2").orElseThrow())
        .isCloseTo(0, within(1e-15));
  }

  @Test
  void allWorksShownAsOften_giniIsZeroAndEntropyFull() {
    Visitors visitors = fresh().rates("u", "c5").sees("u", "f e d c b a");
    assertThat(visitors.value("gini@6").orElseThrow()).isCloseTo(0, within(1e-15));
    assertThat(visitors.value("entropy/normalized@6").orElseThrow()).isCloseTo(1, within(1e-12));
  }

  @Test
  void oneWorkForEverybody_unbiasedGiniIsOne() {
    Visitors visitors = fresh().rates("u", "c5").rates("v", "c5").sees("u", "f").sees("v", "f");
    assertThat(visitors.value("gini/unbiased@1").orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(visitors.value("entropy@1").orElseThrow()).isZero();
  }

  @ParameterizedTest
  @MethodSource("all")
  void name_readsBack(String metric) {
    assertThat(Metrics.parse(metric).name()).isEqualTo(metric);
    assertThat(Metrics.parse(metric)).isEqualTo(Metrics.parse(metric));
  }

  @ParameterizedTest
  @CsvSource({
    "calibration@5,              calibration/movement@5",
    "exposure-gini@5,            exposure-gini/artist@5",
    "diversity/co-occurrence@5,  diversity@5",
    "aplt/head=0.8@5,            aplt@5",
  })
  void name_usualVariantIsLeftOutOrStated(String given, String name) {
    assertThat(Metrics.parse(given).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "diversity; metric 'diversity' has no cutoff, expected one, as in diversity@10",
        "diversity/look/text@5; expected at most one: the name of a feature, or co-occurrence",
        "gini/even@5; metric 'gini/even@5' has no variant 'even', expected one of unbiased",
        "aplt/head=1@5; head is 1.0, expected a share above 0 and below 1",
        "aplt/head=few@5; head is 'few', expected a finite number",
        "epc/relevent@5; has no variant 'relevent', expected one of relevant; one of discounted",
        "arp/x@5; has no variant 'x', expected none",
        "calibration/a/b@5; expected one trait of works at most",
      })
  void wrongName_saysWhatIsExpected(String metric, String message) {
    assertThatThrownBy(() -> Metrics.parse(metric))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void similarityWithoutAHighestValue_isRefused() {
    Visitors visitors =
        fresh().features(look(Similarities.dot())).rates("u", "c5").sees("u", "a b");
    assertThatThrownBy(() -> visitors.value("diversity/look@2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("feature 'look' is compared by dot")
        .hasMessageContaining("expected 1, so that 1 less it is a distance");
  }

  @ParameterizedTest
  @CsvSource({
    "efd@5, novelty@5",
    "efd/relevant@5, novelty/relevant@5",
    "efd/relevant/discounted@5, novelty/relevant/discounted@5",
    "efd/visitors@5, novelty/visitors@5"
  })
  void freeDiscovery_isAnotherNameOfNovelty(String alias, String name) {
    assertThat(Metrics.parse(alias)).isEqualTo(Metrics.parse(name));
    assertThat(Metrics.parse(alias).name()).isEqualTo(name);
    assertThatThrownBy(() -> Metrics.parseAll(name + "," + alias))
        .hasMessage("metric '%s' comes twice in '%s,%s', expected once", name, name, alias);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomLists_valuesStayInTheirRange(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Visitors visitors = fresh();
    for (String user : List.of("u", "v", "w", "x", "y")) {
      visitors.rates(user, "" + (char) ('a' + random.nextInt(6)) + (1 + random.nextInt(5)));
      StringBuilder list = new StringBuilder();
      for (int place = random.nextInt(5); place > 0; place--) {
        list.append((char) ('a' + random.nextInt(6))).append(' ');
      }
      visitors.sees(user, list.toString());
    }
    all()
        .filter(metric -> !metric.matches("(novelty|efd|arp|entropy@|aclt@|aclt/head|calib).*"))
        .forEach(
            metric ->
                visitors
                    .value(metric)
                    .ifPresent(
                        value ->
                            assertThat(value)
                                .as("%s, seed %d", metric, seed)
                                .isBetween(-1e-12, 1 + 1e-12)));
  }
}
