package io.artrec.examples.atelier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  /** A hundred pixels on a side: a pixel is a hundredth of the unit. */
  private static final Surface SURFACE = new Surface(100, 100);

  private static double area(Mask mask) {
    double sum = 0;
    for (int row = 0; row < 100; row++) {
      for (int column = 0; column < 100; column++) {
        sum += mask.at(column, row) / 10_000;
      }
    }
    return sum;
  }

  @Test
  void rectangle_coversPixelsByTheirShare() {
    Mask mask = Mask.of(Outline.rectangle(0.105, 0.2, 0.02, 0.0175), SURFACE);

    assertThat(mask.at(10, 20)).isCloseTo(0.5, within(1e-6));
    assertThat(mask.at(11, 20)).isCloseTo(1, within(1e-6));
    assertThat(mask.at(12, 20)).isCloseTo(0.5, within(1e-6));
    assertThat(mask.at(11, 21)).isCloseTo(0.75, within(1e-6));
    assertThat(mask.at(9, 20)).isZero();
    assertThat(mask.at(11, 22)).isZero();
  }

  @Test
  void diagonal_halvesThePixelsThatItPasses() {
    Mask mask = Mask.of(Outline.polygon(0.2, 0.2, 0.6, 0.6, 0.2, 0.6), SURFACE);

    assertThat(mask.at(30, 30)).isCloseTo(0.5, within(1e-6));
    assertThat(mask.at(29, 30)).isCloseTo(1, within(1e-6));
    assertThat(mask.at(31, 30)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 31, 1021})
  void polygons_coverTheirArea(long seed) {
    Chance chance = new Chance(seed);
    for (int i = 0; i < 50; i++) {
      double x = chance.between(0.2, 0.8);
      double[] p = new double[6];
      for (int k = 0; k < 6; k++) {
        p[k] = x + chance.between(-0.19, 0.19);
      }
      double expected = Math.abs((p[2] - p[0]) * (p[5] - p[1]) - (p[4] - p[0]) * (p[3] - p[1])) / 2;
      assertThat(area(Mask.of(Outline.polygon(p), SURFACE)))
          .as("seed %d, triangle %d", seed, i)
          .isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void circle_partlyOutside_coversWhatIsInside() {
    assertThat(area(Mask.of(Outline.ellipse(0.5, 0.5, 0.3, 0.3), SURFACE)))
        .isCloseTo(Math.PI * 0.09, within(1e-3));
    assertThat(area(Mask.of(Outline.ellipse(0, 0.5, 0.3, 0.3), SURFACE)))
        .isCloseTo(Math.PI * 0.045, within(1e-3));
    assertThat(area(Mask.of(Outline.ellipse(1, 1, 0.3, 0.3), SURFACE)))
        .isCloseTo(Math.PI * 0.0225, within(1e-3));
    assertThat(area(Mask.of(Outline.ellipse(3, 3, 0.3, 0.3), SURFACE))).isZero();
  }

  @Test
  void softened_keepsItsAreaAndLosesItsEdge() {
    Mask sharp = Mask.of(Outline.rectangle(0.3, 0.3, 0.4, 0.4), SURFACE);
    Mask soft = sharp.soft(6);

    assertThat(area(soft)).isCloseTo(area(sharp), within(1e-4));
    assertThat(soft.at(30, 50)).isBetween(0.4, 0.7);
    assertThat(soft.at(50, 50)).isCloseTo(1, within(1e-6));
    assertThat(sharp.rim(6).at(50, 50)).isLessThan(1e-3);
    assertThat(sharp.rim(6).at(30, 50)).isGreaterThan(0.5);
  }
}
