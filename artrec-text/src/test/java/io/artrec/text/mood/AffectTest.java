package io.artrec.text.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AffectTest {
  @Test
  void aThreeFourFiveTriangleHasItsDistance() {
    assertThat(new Affect(0, 0).distance(new Affect(0.3, -0.4))).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void aQuarterOfTheWayIsThere() {
    Affect quarter = new Affect(-0.8, 0).towards(new Affect(0.4, -0.8), 0.25);

    assertThat(quarter.valence()).isCloseTo(-0.5, within(1e-15));
    assertThat(quarter.arousal()).isCloseTo(-0.2, within(1e-15));
  }

  @Test
  void theEndsOfAWayAreItsEnds() {
    Affect sad = new Affect(-0.75, -0.25);
    Affect calm = new Affect(0.5, -0.75);

    assertThat(sad.towards(calm, 0)).isEqualTo(sad);
    assertThat(sad.towards(calm, 1)).isEqualTo(calm);
  }

  @Test
  void whatLeavesTheRangeIsRefusedOrBroughtBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Affect(0, 1.5))
        .withMessage("arousal is 1.5, expected -1 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Affect(Double.NaN, 0))
        .withMessage("valence is NaN, expected -1 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Affect.NEUTRAL.towards(Affect.NEUTRAL, 1.1))
        .withMessageContaining("is 1.1, expected 0 to 1");
    assertThat(Affect.clamped(-3, 0.2)).isEqualTo(new Affect(-1, 0.2));
  }
}
