package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CieLabTest {
  /** By the constants of scikit-image; {@code color.rgb2lab} has the same to the last digits. */
  @Test
  void black_whiteAndRed_areWhereTheyAreDefined() {
    assertThat(CieLab.of(0)).isEqualTo(new CieLab(0, 0, 0));
    assertThat(CieLab.of(0xFFFFFF).lightness()).isCloseTo(100, within(1e-9));
    assertThat(CieLab.of(0xFFFFFF).chroma()).isLessThan(0.006);
    CieLab red = CieLab.of(0xFF0000);
    assertThat(red.lightness()).isCloseTo(53.24, within(0.01));
    assertThat(red.a()).isCloseTo(80.09, within(0.01));
    assertThat(red.b()).isCloseTo(67.20, within(0.01));
    assertThat(red.hue()).isCloseTo(40, within(0.01));
    assertThat(red.distance(CieLab.of(0))).isCloseTo(117.33, within(0.01));
  }

  @Test
  void hue_isBelow360_alsoJustBelowTheRedAxis() {
    assertThat(new CieLab(50, 30, -1e-18).hue()).isZero();
    assertThat(new CieLab(50, 30, -30).hue()).isEqualTo(315);
    assertThat(new CieLab(50, -30, 0).hue()).isEqualTo(180);
  }

  @Test
  void whatIsDerivedOfAnImage_isDerivedOnce() {
    RgbImage image = RgbImage.of(2, 1, new int[] {0x102030, 0xA0B0C0});
    assertThat(image.lab()).isSameAs(image.lab());
    assertThat(image.gray()).isSameAs(image.gray());
    assertThat(image.shrunkTo(1)).isSameAs(image.shrunkTo(1)).isNotSameAs(image);
  }

  @Test
  void everyColor_comesBack() {
    for (int red = 0; red < 256; red += 15) {
      for (int green = 0; green < 256; green += 5) {
        for (int blue = 0; blue < 256; blue += 17) {
          int rgb = red << 16 | green << 8 | blue;
          assertThat(CieLab.of(rgb).rgb()).as("%06x", rgb).isEqualTo(rgb);
        }
      }
    }
    assertThat(new CieLab(120, 0, 0).rgb()).isEqualTo(0xFFFFFF);
    assertThat(new CieLab(50, 0, 140).rgb() & 0xFF).isZero();
  }
}
