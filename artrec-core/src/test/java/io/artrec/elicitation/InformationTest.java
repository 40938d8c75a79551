package io.artrec.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class InformationTest {
  @Test
  void certainOrUnaskable_tellsNothing() {
    assertThat(Information.ofChoice(0, 0)).isCloseTo(0, within(1e-12));
    assertThat(Information.ofChoice(50, 1)).isCloseTo(0, within(1e-12));
    assertThat(Information.ofChoice(0, 1e9)).isCloseTo(1, within(1e-3));
  }

  @Test
  void entropy_byHand() {
    assertThat(Information.entropy(0.5)).isEqualTo(1);
    assertThat(Information.entropy(0.25)).isCloseTo(0.8112781244591328, within(1e-12));
    assertThat(Information.entropy(0)).isZero();
    assertThat(Information.entropy(1)).isZero();
  }

  /**
   * The definition, summed over a grid: the preference is the taste times a number, plus another.
   */
  @Test
  void closedForm_isNearTheIntegral() {
    Grid prior = Grid.of(1, List.of());
    for (double mean : new double[] {0, 0.3, 1, 2, 4}) {
      for (double deviation : new double[] {0.1, 0.5, 1, 2}) {
        double whole = Information.entropy(prior.mean(w -> Normal.cdf(mean + deviation * w[0])));
        double noise = prior.mean(w -> Information.entropy(Normal.cdf(mean + deviation * w[0])));
        assertThat(Information.ofChoice(mean, deviation * deviation))
            .as("mean %s, deviation %s", mean, deviation)
            .isCloseTo(whole - noise, within(0.01));
      }
    }
  }
}
