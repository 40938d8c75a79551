package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PreferenceTest {
  @Test
  void signTest_byHand() {
    // of 2^5 = 32 ways 1 + 5 have at most one win, and as many at least four: 12/32
    assertThat(new Preference(4, 1, 7).pValue()).isCloseTo(0.375, within(1e-15));
    assertThat(new Preference(1, 4, 7).pValue()).isCloseTo(0.375, within(1e-15));
    assertThat(new Preference(5, 0, 0).pValue()).isCloseTo(0.0625, within(1e-15));
    assertThat(new Preference(2, 2, 1).pValue()).isEqualTo(1);
    assertThat(new Preference(0, 0, 3).pValue()).isEqualTo(1);
    // R, binom.test(60, 100)
    assertThat(new Preference(60, 40, 0).pValue()).isCloseTo(0.05688793, within(5e-9));
  }

  /** All 80,600 outcomes of up to 400 decided lists, against sums over Pascal's triangle. */
  @Test
  void signTest_everyOutcomeOfUpTo400Lists_isTheSumOfThoseAsFar() {
    double[] row = {1};
    int swept = 0;
    for (int lists = 1; lists <= 400; lists++) {
      double[] next = new double[lists + 1];
      for (int wins = 0; wins < lists; wins++) {
        next[wins] += row[wins] / 2;
        next[wins + 1] += row[wins] / 2;
      }
      row = next;
      double tail = 0;
      for (int fewer = 0; 2 * fewer <= lists; fewer++) {
        tail += row[fewer];
        double p = 2 * fewer == lists ? 1 : 2 * tail;
        assertSum(new Preference(fewer, lists - fewer, 0), p);
        assertSum(new Preference(lists - fewer, fewer, 0), p);
        swept += 2 * fewer == lists ? 1 : 2;
      }
    }
    assertThat(swept).isEqualTo(80_600);
  }

  private static void assertSum(Preference preference, double sum) {
    double p = preference.pValue();
    if (Math.abs(p - sum) > 1e-12 * sum || p > 1) {
      assertThat(p).as("%s", preference).isCloseTo(sum, within(1e-12 * sum));
    }
  }
}
