package io.artrec.examples.atelier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What paintings are made of: chance, noise, pigments and the brush. */
class PaintTest {
  @Test
  void chance_isEvenAndWhatIsSplitOffStandsAlone() {
    Chance chance = new Chance(7);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += chance.unit() / 20_000;
      double around = chance.around(2);
      squares += around * around / 20_000;
    }
    assertThat(sum).isCloseTo(0.5, within(0.01));
    assertThat(Math.sqrt(squares)).isCloseTo(2, within(0.05));
    assertThat(new Chance(7).of("key").next()).isEqualTo(chance.of("key").next());
    assertThat(chance.of("key").next()).isNotEqualTo(chance.of("kez").next());
  }

  @Test
  void noise_staysWithinItsRangeAndDoesNotJump() {
    Noise noise = new Noise(3);
    for (int i = 0; i < 2_000; i++) {
      double x = i * 0.37 - 300;
      assertThat(noise.cloud(x, -x, 4)).isBetween(0.0, 1.0);
      assertThat(noise.at(x + 1e-4, -x)).isCloseTo(noise.at(x, -x), within(1e-3));
    }
  }

  @Test
  void pigment_keepsGraysGrayAndComesBack() {
    assertThat(Pigment.WHITE.lightness()).isCloseTo(1, within(1e-4));
    assertThat(Pigment.BLACK.lightness()).isZero();
    Pigment gray = Pigment.gray(0.4).changed(0, 2, 120);
    assertThat(gray.red()).isCloseTo(0.4, within(1e-3));
    assertThat(gray.blue()).isCloseTo(0.4, within(1e-3));
    Pigment blue = Pigment.of(0x2B5B84);
    Pigment round = blue.changed(0.1, 1, 40).changed(-0.1, 1, -40);
    assertThat(round.red()).isCloseTo(blue.red(), within(2e-3));
    assertThat(round.green()).isCloseTo(blue.green(), within(2e-3));
    assertThat(round.blue()).isCloseTo(blue.blue(), within(2e-3));
  }

  @Test
  void stroke_coversItsLengthAndWidth_andADryOneLess() {
    double wet = painted(0);
    double dry = painted(0.9);

    assertThat(wet).isCloseTo(0.5 * 0.1 + Math.PI * 0.0025, within(2e-3));
    assertThat(dry).isBetween(0.1 * wet, 0.8 * wet);
  }

  /** The area that a white stroke of a tenth's width and half a unit's length covers. */
  private static double painted(double dryness) {
    Surface surface = new Surface(200, 200);
    surface.fill(Shade.of(Pigment.BLACK));
    new Brush(surface)
        .width(0.1)
        .streaks(0)
        .dryness(dryness)
        .stroke(Pigment.WHITE, new Chance(1), 0.25, 0.5, 0.5, 0.5, 0.75, 0.5);
    double sum = 0;
    for (int i = 0; i < 40_000; i++) {
      sum += surface.pixel(i).red() / 40_000;
    }
    return sum;
  }

  @Test
  void blends_coverDarkenAndLighten() {
    assertThat(Blend.COVER.on(0.5, 0.2)).isEqualTo(0.2);
    assertThat(Blend.GLAZE.on(0.5, 0.2)).isCloseTo(0.1, within(1e-12));
    assertThat(Blend.GLOW.on(0.5, 0.2)).isCloseTo(0.6, within(1e-12));
  }
}
