package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class HsvTest {
  @Test
  void knownColors_haveTheirHues() {
    assertThat(Hsv.of(0xFF0000)).isEqualTo(new Hsv(0, 1, 1));
    assertThat(Hsv.of(0x00FF00)).isEqualTo(new Hsv(1 / 3.0, 1, 1));
    assertThat(Hsv.of(0x0000FF)).isEqualTo(new Hsv(2 / 3.0, 1, 1));
    assertThat(Hsv.of(0xFF00FF).hue()).isCloseTo(5 / 6.0, within(1e-15));
    assertThat(Hsv.of(0x808080)).isEqualTo(new Hsv(0, 0, 128 / 255.0));
    assertThat(Hsv.of(0)).isEqualTo(new Hsv(0, 0, 0));
  }

  @Test
  void everyColorOfACoarseCube_isWhatTheRuntimeSays_withinItsFloats() {
    for (int i = 0; i < 52 * 52 * 52; i++) {
      int rgb = ((i / 2704 * 5) << 16) | ((i / 52 % 52 * 5) << 8) | (i % 52 * 5);
      float[] expected = Color.RGBtoHSB(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF, null);

      Hsv hsv = Hsv.of(rgb);

      assertThat(hsv.hue()).isCloseTo(expected[0], within(1e-6)).isLessThan(1);
      assertThat(hsv.saturation()).isCloseTo(expected[1], within(1e-6)).isLessThanOrEqualTo(1);
      assertThat(hsv.value()).isCloseTo(expected[2], within(1e-6));
    }
  }
}
