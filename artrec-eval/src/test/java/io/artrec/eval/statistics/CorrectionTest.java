package io.artrec.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionTest {
  private static final Offset<Double> EXACT = within(1e-15);

  /** Benjamini and Hochberg (1995), section 4.1: patients after myocardial infarction. */
  private static final double[] INFARCTION = {
    .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
    .7590, 1
  };

  @Test
  void holm_asByHand() {
    // sorted .005 · 4, .01 · 3, .03 · 2, and .04 · 1, which may not be below .06
    assertThat(Correction.HOLM.adjust(new double[] {.01, .04, .03, .005}))
        .containsExactly(new double[] {.03, .06, .06, .02}, EXACT);
  }

  @Test
  void benjaminiHochberg_asByHand() {
    // sorted .005 · 4/1, .01 · 4/2, .03 · 4/3, .04 · 4/4: .02, .02, .04, .04
    assertThat(Correction.BENJAMINI_HOCHBERG.adjust(new double[] {.01, .04, .03, .005}))
        .containsExactly(new double[] {.02, .04, .04, .02}, EXACT);
  }

  @Test
  void infarction_asPublished() {
    assertThat(rejected(Correction.BENJAMINI_HOCHBERG)).isEqualTo(4);
    assertThat(rejected(Correction.HOLM)).isEqualTo(3);
    assertThat(rejected(Correction.NONE)).isEqualTo(9);
  }

  private static long rejected(Correction correction) {
    return Arrays.stream(correction.adjust(INFARCTION)).filter(p -> p <= .05).count();
  }

  @Test
  void largeValues_endAtOne() {
    assertThat(Correction.HOLM.adjust(new double[] {.9, .6, .7})).containsExactly(1, 1, 1);
    assertThat(Correction.BENJAMINI_HOCHBERG.adjust(new double[] {1, .9})).containsExactly(1, 1);
  }

  @ParameterizedTest
  @EnumSource(Correction.class)
  void oneOrNone_staysAsItIs(Correction correction) {
    assertThat(correction.adjust(new double[0])).isEmpty();
    assertThat(correction.adjust(new double[] {.03})).containsExactly(.03);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31, 1021})
  void adjusted_keepsTheOrderAndNeverFalls(int count) {
    double[] p = new SplittableRandom(count).doubles(count).map(u -> u * u * u).toArray();
    double[] before = p.clone();
    for (Correction correction : Correction.values()) {
      double[] adjusted = correction.adjust(p);
      for (int i = 0; i < count; i++) {
        assertThat(adjusted[i]).isBetween(p[i], 1.0);
        for (int j = 0; j < count; j++) {
          if (p[i] < p[j] && adjusted[i] > adjusted[j]) {
            throw new AssertionError(correction + " swaps " + p[i] + " and " + p[j]);
          }
        }
      }
    }
    assertThat(p).containsExactly(before);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-.1, 1.1, Double.NaN})
  void noProbability_isRefused(double p) {
    assertThatThrownBy(() -> Correction.HOLM.adjust(new double[] {.5, p}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("p is " + p + ", expected between 0 and 1");
  }
}
