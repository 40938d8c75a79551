package io.artrec.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.learning.internal.AdaptiveWindow.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveWindowTest {
  /** Bifet and Gavaldà's bound for a cut in the middle, by hand. */
  @Test
  void aCutInTheMiddle_isMadeWhenTheBoundIsPassed() {
    // 32 values of 0 and 32 of 1: variance 1/4, 1/m = 1/16, ln(2 ln 64 / .01) = 6.723, so means may
    // differ by sqrt(2/16 · 1/4 · 6.723) + 2/48 · 6.723 = .458 + .280 = .738, and differ by 1
    AdaptiveWindow window = new AdaptiveWindow(0.01);
    for (int i = 0; i < 32; i++) {
      assertThat(window.add(0)).isEqualTo(Change.NONE);
    }
    for (int i = 0; i < 31; i++) {
      assertThat(window.add(1)).isEqualTo(Change.NONE);
    }
    assertThat(window.add(1)).isEqualTo(Change.RISE);
    assertThat(window.count()).isLessThan(64);
    assertThat(window.mean()).isGreaterThan(0.5);

    // with delta 1e-6 the bound is sqrt(2/16 · 1/4 · 15.934) + 2/48 · 15.934 = .706 + .664 > 1
    AdaptiveWindow stricter = new AdaptiveWindow(1e-6);
    for (int i = 0; i < 64; i++) {
      assertThat(stricter.add(i < 32 ? 0 : 1)).isEqualTo(Change.NONE);
    }
    assertThat(stricter.count()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theMean_isThatOfTheLastValues_asManyAsItHolds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    AdaptiveWindow window = new AdaptiveWindow(0.002);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      double value = i / 1_000 % 2 == 0 ? random.nextDouble() : random.nextDouble() / 4;
      window.add(value);
      values.add(value);
      int last = (int) window.count();
      double mean =
          values.subList(values.size() - last, values.size()).stream()
              .mapToDouble(Double::doubleValue)
              .average()
              .orElseThrow();
      assertThat(window.mean()).isCloseTo(mean, within(1e-9));
    }
  }

  @Test
  void aSteadyStream_isHardlyEverCut_andAFallIsSeenSoon() {
    int cuts = 0;
    long worst = 0;
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AdaptiveWindow window = new AdaptiveWindow(0.002);
      for (int i = 0; i < 2_000; i++) {
        cuts += window.add(standing(random, 0.8)) == Change.NONE ? 0 : 1;
      }
      long delay = 0;
      Change change = Change.NONE;
      while (change != Change.FALL) {
        change = window.add(standing(random, 0.6));
        assertThat(change).as("seed %d", seed).isNotEqualTo(Change.RISE);
        assertThat(++delay).as("seed %d", seed).isLessThan(1_000);
      }
      worst = Math.max(worst, delay);
    }
    assertThat(cuts).as("of 200 streams of 2,000").isLessThanOrEqualTo(2);
    assertThat(worst).isLessThanOrEqualTo(384);
  }

  /** A share of works below one, whose mean is given: a Beta(k, 1) variable. */
  private static double standing(SplittableRandom random, double mean) {
    return Math.pow(random.nextDouble(), (1 - mean) / mean);
  }

  @Test
  void aRise_isToldFromAFall() {
    AdaptiveWindow window = new AdaptiveWindow(0.002);
    Change change = Change.NONE;
    for (int i = 0; i < 200; i++) {
      window.add(0.2);
    }
    for (int i = 0; i < 200 && change == Change.NONE; i++) {
      change = window.add(0.9);
    }
    assertThat(change).isEqualTo(Change.RISE);
  }

  @Test
  void whatIsNoShare_isRefused() {
    AdaptiveWindow window = new AdaptiveWindow(0.002);
    assertThat(window.mean()).isZero();
    assertThatThrownBy(() -> window.add(1.1)).hasMessage("value is 1.1, expected 0 to 1");
    assertThatThrownBy(() -> window.add(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new AdaptiveWindow(0))
        .hasMessage("delta is 0.0, expected above 0 and below 1");
  }
}
