package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PositionBiasTest {
  private static final double[] EXAMINED = {1, 0.7, 0.5, 0.35, 0.25};

  private static double liking(int work) {
    return 0.05 + 0.6 * (work % 10) / 10.0;
  }

  /** Lists of five of 50 works; the better a work the higher it stands, as far as noise lets it. */
  private static ImpressionLog clicks(long seed, int lists, double noise) {
    SplittableRandom random = new SplittableRandom(seed);
    ImpressionLog.Builder log = ImpressionLog.builder();
    for (int list = 0; list < lists; list++) {
      int from = random.nextInt(10) * 5;
      Integer[] works = {from, from + 1, from + 2, from + 3, from + 4};
      double[] scores = new double[50];
      for (int work : works) {
        scores[work] = liking(work) + noise * random.nextDouble();
      }
      Arrays.sort(works, (a, b) -> Double.compare(scores[b], scores[a]));
      for (int place = 1; place <= 5; place++) {
        int work = works[place - 1];
        log.shown("u" + list, "w" + work, noise > 10 ? "random" : "ranked", place, list);
        if (random.nextDouble() < EXAMINED[place - 1] * liking(work)) {
          log.clicked();
        }
      }
    }
    return log.build();
  }

  @Test
  void randomizedPlaces_agreeWithArithmetic() {
    // place 1: 2 of 4 clicked, place 2: 1 of 4; ratio 1/2, log error sqrt(1 - 1/4 + 1/2 - 1/4) = 1
    ImpressionLog.Builder log = ImpressionLog.builder();
    for (int list = 0; list < 4; list++) {
      log.shown("u" + list, "a", "v", 1, 0);
      if (list < 2) {
        log.clicked();
      }
      log.shown("u" + list, "b", "v", 2, 0);
      if (list < 1) {
        log.clicked();
      }
    }
    ExaminationCurve curve = ExaminationCurve.fromRandomizedPlaces(log.build());
    assertThat(curve.toArray()).containsExactly(1, 0.5);
    Interval interval = curve.interval(2, 0.95).orElseThrow();
    assertThat(interval.high()).isCloseTo(0.5 * Math.exp(1.959963985), within(1e-8));
    assertThat(curve.interval(1, 0.95)).contains(new Interval(1, 1));
  }

  @Test
  void randomizedPlaces_recoverTheCurve() {
    ExaminationCurve curve = ExaminationCurve.fromRandomizedPlaces(clicks(1, 100_000, 1e9));
    for (int place = 1; place <= 5; place++) {
      assertThat(curve.at(place)).isCloseTo(EXAMINED[place - 1], within(0.03));
    }
    int covered = 0;
    for (int seed = 0; seed < 300; seed++) {
      ExaminationCurve small = ExaminationCurve.fromRandomizedPlaces(clicks(seed, 1_000, 1e9));
      covered += small.interval(3, 0.95).orElseThrow().contains(0.5) ? 1 : 0;
    }
    assertThat(covered / 300.0).isBetween(0.91, 0.99);
  }

  @Test
  void swaps_recoverTheCurve() {
    SplittableRandom random = new SplittableRandom(5);
    SwapExperiment swaps = new SwapExperiment(5);
    for (int list = 0; list < 400_000; list++) {
      int place = 2 + random.nextInt(4);
      boolean swapped = random.nextDouble() < 0.3;
      double high = 0.5;
      double low = 0.1 + 0.05 * random.nextInt(3);
      swaps.add(
          place,
          swapped,
          random.nextDouble() < (swapped ? low : high),
          random.nextDouble() < EXAMINED[place - 1] * (swapped ? high : low));
    }
    ExaminationCurve curve = swaps.curve();
    assertThat(curve.lastPlace()).isEqualTo(5);
    for (int place = 1; place <= 5; place++) {
      assertThat(curve.at(place)).isCloseTo(EXAMINED[place - 1], within(0.02));
      assertThat(curve.interval(place, 0.9999).orElseThrow().contains(EXAMINED[place - 1]))
          .isTrue();
    }
  }

  @Test
  void expectationMaximization_recoversTheCurveWithoutIntervening() {
    ImpressionLog log = clicks(3, 200_000, 0.6);
    PositionBasedModel.Fit fit = PositionBasedModel.standard().fit(log);
    assertThat(fit.converged()).isTrue();
    for (int place = 1; place <= 5; place++) {
      assertThat(fit.curve().at(place)).isCloseTo(EXAMINED[place - 1], within(0.03));
    }
    assertThat(fit.curve().interval(2, 0.95)).isEmpty();
    double naive = ExaminationCurve.fromRandomizedPlaces(log).at(5);
    assertThat(naive).as("clicks by place confound liking with place").isLessThan(0.2);
    assertThat(PositionBasedModel.standard().fit(log).curve().toArray())
        .isEqualTo(fit.curve().toArray());
  }

  @Test
  void correctedRates_agreeWithArithmetic() {
    ImpressionLog log =
        ImpressionLog.of(
            List.of(
                Impression.shown("u", "a", "x", 1, Instant.EPOCH).withClick(),
                Impression.shown("u", "b", "x", 2, Instant.EPOCH).withClick(),
                Impression.shown("v", "b", "y", 1, Instant.EPOCH),
                Impression.shown("v", "c", "y", 2, Instant.EPOCH)));
    PositionCorrection correction = new PositionCorrection(ExaminationCurve.of(1, 0.25));
    // clicks count 1, 4, 0, 0
    assertThat(correction.clickRate(log).value()).isEqualTo(1.25);
    assertThat(of(correction.clickRateByVariant(log), "x").value()).isEqualTo(2.5);
    assertThat(of(correction.clickRateByArtwork(log), "b").value()).isEqualTo(2);
    // b first, a third: (1/log2(4) + 4/log2(2)) for u, 0 for v
    WeightedRate gain = correction.discountedGain(log, (visitor, work) -> work.equals("b") ? 1 : 3);
    assertThat(gain.value()).isCloseTo((0.5 + 4) / 2, within(1e-12));
    assertThat(gain.count()).isEqualTo(2);
    assertThat(correction.discountedGain(log, (visitor, work) -> 0).value()).isZero();
    assertThat(new PositionCorrection(ExaminationCurve.of(1, 0.25), 0.5).clickRate(log).value())
        .isEqualTo(0.75);
  }

  @Test
  void correctedRates_areTheLikingWhereverAWorkStood() {
    ImpressionLog log = clicks(11, 200_000, 0.6);
    PositionCorrection correction = new PositionCorrection(ExaminationCurve.of(EXAMINED));
    Map<String, WeightedRate> rates = correction.clickRateByArtwork(log);
    for (int work = 0; work < 50; work++) {
      WeightedRate rate = of(rates, "w" + work);
      assertThat(rate.interval(0.99999).contains(liking(work))).as("work %d", work).isTrue();
      assertThat(rate.value()).as("work %d", work).isCloseTo(liking(work), within(0.06));
    }
  }

  @Test
  void whatCannotBeTold_isSaid() {
    ImpressionLog unclicked =
        ImpressionLog.of(List.of(Impression.shown("u", "a", "x", 1, Instant.EPOCH)));
    assertThatThrownBy(() -> ExaminationCurve.fromRandomizedPlaces(unclicked))
        .hasMessageContaining("place 1 has 0 clicks in 1 impressions");
    ImpressionLog apart =
        ImpressionLog.of(
            List.of(
                Impression.shown("u", "a", "x", 1, Instant.EPOCH).withClick(),
                Impression.shown("u", "b", "x", 2, Instant.EPOCH).withClick(),
                Impression.shown("v", "z", "x", 1, Instant.EPOCH),
                Impression.shown("v", "z", "x", 2, Instant.EPOCH)));
    assertThatThrownBy(() -> PositionBasedModel.standard().fit(apart))
        .hasMessageContaining("join place 2 to place 1");
    ExaminationCurve two = ExaminationCurve.of(1, 0.5);
    assertThatThrownBy(() -> two.at(3)).hasMessageContaining("knows places 1 to 2");
    assertThatThrownBy(() -> ExaminationCurve.of(1, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> ExaminationCurve.of(0.5, 0.5)).hasMessageContaining("1 for the first");
    SwapExperiment swaps = new SwapExperiment(2).add(2, true, true, true);
    assertThatThrownBy(swaps::curve).hasMessageContaining("swapped in 1 lists and left in 0");
    assertThatThrownBy(() -> swaps.add(3, true, true, true)).hasMessageContaining("place 3");
    assertThatThrownBy(() -> new PositionBasedModel(0, 1)).hasMessageContaining("0 iterations");
    assertThatThrownBy(() -> new PositionCorrection(two).clickRate(ImpressionLog.builder().build()))
        .hasMessageContaining("log is empty");
  }

  private static <K, V> V of(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key), () -> "nothing for " + key);
  }
}
