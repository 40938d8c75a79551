package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeedbackTest {
  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(30);

  private static Impression shown(String visitor, String work, String variant, int place) {
    return Impression.shown(visitor, work, variant, place, NOON);
  }

  /** Three visitors, two variants; u1 clicks two of three works, u2 one of two, u3 none of one. */
  private static ImpressionLog gallery() {
    return ImpressionLog.of(
        List.of(
            shown("u1", "a", "old", 1).withClick().withConversion().withDwell(LONG),
            shown("u1", "b", "old", 2),
            shown("u1", "c", "old", 3).withClick().withDwell(Duration.ofSeconds(60)),
            shown("u2", "a", "new", 1).withClick().withDwell(Duration.ofSeconds(12)),
            shown("u2", "b", "new", 2).withConversion(),
            shown("u3", "a", "new", 1)));
  }

  @Test
  void overall_countsImpressionsAndVisitors() {
    FeedbackSummary all = FeedbackSummaries.overall(gallery(), LONG);
    assertThat(all.impressions()).isEqualTo(6);
    assertThat(all.clickRate()).isEqualTo(new Proportion(3, 6));
    assertThat(all.userClickRate()).isEqualTo(new Proportion(2, 3));
    assertThat(all.conversionRate()).isEqualTo(new Proportion(2, 6));
    assertThat(all.userConversionRate()).isEqualTo(new Proportion(2, 3));
    assertThat(all.conversionPerClick()).contains(new Proportion(1, 3));
  }

  @Test
  void clickRateError_isThatOfARatioOverVisitors() {
    // rate 1/2; excesses 2 - 3/2, 1 - 2/2, 0 - 1/2; their squares sum to 1/2; 3/2 * 1/2 / 36 = 1/48
    FeedbackSummary all = FeedbackSummaries.overall(gallery(), LONG);
    assertThat(all.clickRateError()).hasValue(Math.sqrt(1.0 / 48));
    Interval interval = all.clickRateInterval(0.95).orElseThrow();
    assertThat(interval.low()).isCloseTo(0.5 - 1.959963985 / Math.sqrt(48), within(1e-9));
  }

  @Test
  void dwell_hasMeanMedianAndShareBeyondThreshold() {
    // stays 12, 30, 60: mean 34, median 30; only 60 exceeds 30
    DwellSummary dwell = FeedbackSummaries.overall(gallery(), LONG).dwell().orElseThrow();
    assertThat(dwell.meanSeconds()).isEqualTo(34);
    assertThat(dwell.medianSeconds()).isEqualTo(30);
    assertThat(dwell.beyond()).isEqualTo(new Proportion(1, 3));
    // old alone: 30 and 60
    assertThat(
            of(FeedbackSummaries.byVariant(gallery(), LONG), "old")
                .dwell()
                .orElseThrow()
                .medianSeconds())
        .isEqualTo(45);
  }

  @Test
  void byVariantAndByPlace_divideTheSameImpressions() {
    assertThat(FeedbackSummaries.byVariant(gallery(), LONG).keySet()).containsExactly("new", "old");
    FeedbackSummary old = of(FeedbackSummaries.byVariant(gallery(), LONG), "old");
    assertThat(old.clickRate()).isEqualTo(new Proportion(2, 3));
    assertThat(old.visitors()).isEqualTo(1);
    assertThat(old.clickRateError()).isEmpty();
    assertThat(old.clickRateInterval(0.95)).isEmpty();
    assertThat(FeedbackSummaries.byPlace(gallery(), LONG).keySet()).containsExactly(1, 2, 3);
    assertThat(of(FeedbackSummaries.byPlace(gallery(), LONG), 1).clickRate())
        .isEqualTo(new Proportion(2, 3));
    FeedbackSummary second = of(FeedbackSummaries.byPlace(gallery(), LONG), 2);
    assertThat(second.dwell()).isEmpty();
    assertThat(second.conversionPerClick()).isEmpty();
  }

  @Test
  void emptyLog_hasNoOverallSummary() {
    ImpressionLog none = ImpressionLog.builder().build();
    assertThat(FeedbackSummaries.byVariant(none, LONG)).isEmpty();
    assertThat(FeedbackSummaries.byPlace(none, LONG)).isEmpty();
    assertThatThrownBy(() -> FeedbackSummaries.overall(none, LONG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("impression log is empty");
  }

  @Test
  void log_givesBackWhatWasAdded() {
    Impression full =
        shown("u", "w", "v", 4).withPropensity(0.25).withClick().withDwell(Duration.ofMillis(1500));
    assertThat(ImpressionLog.of(List.of(full)).get(0)).isEqualTo(full);
    ImpressionLog.Builder many = ImpressionLog.builder();
    for (int row = 0; row < 5000; row++) {
      many.shown("u" + row % 7, "w" + row % 11, "v", row % 20 + 1, row);
      if (row % 3 == 0) {
        many.clicked().propensity(0.5);
      }
    }
    ImpressionLog log = many.build();
    assertThat(log.size()).isEqualTo(5000);
    assertThat(log.userCount()).isEqualTo(7);
    assertThat(log.artworkId(log.work(4999))).isEqualTo("w" + 4999 % 11);
    assertThat(log.clicked(4998)).isTrue();
    assertThat(log.propensity(4999)).isEmpty();
    assertThat(log.dwellSeconds(4999)).isEmpty();
    assertThat(log.epochMillis(3000)).isEqualTo(3000);
  }

  @Test
  void impressions_refuseWhatCannotBe() {
    assertThatThrownBy(() -> shown("u", "w", "v", 0)).hasMessageContaining("place 0");
    assertThatThrownBy(() -> shown(" ", "w", "v", 1)).hasMessageContaining("non-blank");
    assertThatThrownBy(() -> shown("u", "w", "v", 1).withPropensity(0))
        .hasMessageContaining("propensity of work 'w' for visitor 'u' is 0.0");
    assertThatThrownBy(() -> shown("u", "w", "v", 1).withPropensity(Double.NaN))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> shown("u", "w", "v", 1).withDwell(Duration.ofSeconds(-1)))
        .hasMessageContaining("-1.0 s");
    assertThatThrownBy(() -> ImpressionLog.builder().clicked())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void wilson_agreesWithPublishedIntervals() {
    // Newcombe, Statistics in Medicine 1998, table I, method 3
    check(new Proportion(81, 263), 0.2553, 0.3662);
    check(new Proportion(15, 148), 0.0624, 0.1605);
    check(new Proportion(0, 20), 0.0000, 0.1611);
    check(new Proportion(1, 29), 0.0061, 0.1718);
  }

  private static void check(Proportion share, double low, double high) {
    Interval wilson = share.wilson(0.95);
    assertThat(wilson.low()).isCloseTo(low, within(5e-5));
    assertThat(wilson.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void visitorValues_addUpAndAverage() {
    ImpressionLog log = gallery();
    assertThat(ImpressionsPerUser.sums(log, "old", ImpressionValue.CLICK)).containsExactly(2);
    assertThat(ImpressionsPerUser.means(log, "new", ImpressionValue.CLICK)).containsExactly(0.5, 0);
    assertThat(ImpressionsPerUser.sums(log, "new", ImpressionValue.DWELL_SECONDS))
        .containsExactly(12, 0);
    assertThat(ImpressionsPerUser.inSeveralVariants(log)).isZero();
    assertThat(
            ImpressionsPerUser.inSeveralVariants(
                ImpressionLog.of(
                    List.of(
                        shown("u", "a", "x", 1),
                        shown("u", "b", "y", 1),
                        shown("u", "b", "z", 1),
                        shown("v", "b", "z", 1)))))
        .isEqualTo(1);
    assertThatThrownBy(() -> ImpressionsPerUser.sums(log, "absent", ImpressionValue.CLICK))
        .hasMessageContaining("'absent'")
        .hasMessageContaining("old");
  }

  @Test
  void clickRateInterval_coversWhereImpressionsOfAVisitorAreAlike() {
    int clustered = 0;
    int wilson = 0;
    for (int run = 0; run < 1000; run++) {
      SplittableRandom random = new SplittableRandom(run);
      ImpressionLog.Builder builder = ImpressionLog.builder();
      for (int visitor = 0; visitor < 200; visitor++) {
        double liking = random.nextDouble() * 0.4;
        int count = 1 + random.nextInt(19);
        for (int place = 1; place <= count; place++) {
          builder.shown("u" + visitor, "w", "v", place, 0);
          if (random.nextDouble() < liking) {
            builder.clicked();
          }
        }
      }
      FeedbackSummary all = FeedbackSummaries.overall(builder.build(), LONG);
      clustered += all.clickRateInterval(0.95).orElseThrow().contains(0.2) ? 1 : 0;
      wilson += all.clickRate().wilson(0.95).contains(0.2) ? 1 : 0;
    }
    assertThat(clustered).isBetween(925, 970);
    assertThat(wilson).isLessThan(920);
  }

  private static <K, V> V of(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key), () -> "nothing for " + key);
  }
}
