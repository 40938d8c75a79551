package io.artrec.vision.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IttenContrastsTest {
  private static final int VIOLET = 0x8000FF;
  private static final int YELLOW = 0xFFFF00;

  private static IttenContrasts of(int... pixels) {
    return IttenContrasts.of(RgbImage.of(pixels.length, 1, pixels));
  }

  @Test
  void blackAndWhite_contrastInLightnessAlone() {
    IttenContrasts contrasts = of(0, 0xFFFFFF);

    assertThat(contrasts.lightDark()).isCloseTo(50, within(1e-9));
    assertThat(contrasts.saturation()).isLessThan(0.01);
    assertThat(contrasts.coldWarm()).isLessThan(0.01);
    assertThat(contrasts.extension()).isZero();
    assertThat(contrasts.simultaneous()).isLessThan(0.01);
  }

  @Test
  void redAndGray_areWorkedOutByHand() {
    IttenContrasts contrasts = of(0xFF0000, 0x808080);

    double chroma = CieLab.of(0xFF0000).chroma();
    assertThat(contrasts.saturation()).isCloseTo(chroma / 2, within(0.01));
    assertThat(contrasts.hue()).isLessThan(0.001);
    assertThat(contrasts.complementary()).isLessThan(0.001);
    assertThat(contrasts.coldWarm())
        .isCloseTo((ColorEmotion.of(CieLab.of(0xFF0000)).heat() + 0.5) / 2, within(1e-4));
    // the gray half lies among colors of half the red's chroma on average
    assertThat(contrasts.simultaneous()).isCloseTo(chroma / 4, within(0.01));
  }

  @Test
  void oppositeHues_contrastMostInHue() {
    assertThat(of(0xD02020, 0x20A040, 0x3050E0).hue()).isBetween(0.7, 1.0);
    assertThat(of(0xD02020, 0xD04020, 0xC02040).hue()).isBetween(0.0, 0.1);
  }

  @Test
  void complements_areTwoAndNotThree() {
    // b* of #5A6FA0 and of #7A6E42 differ in sign, a* is near 0
    double two = of(0x5A6FA0, 0x7A6E3B).complementary();
    double three = of(0xD02020, 0x20A040, 0x3050E0).complementary();

    assertThat(two).isGreaterThan(0.7);
    assertThat(three).isLessThan(0.5 * two);
    assertThat(of(0x5A6FA0).complementary()).isZero();
  }

  @Test
  void extension_isNoneWhereAreasBalanceAndMostForATouch() {
    int[] balanced = new int[12];
    Arrays.fill(balanced, VIOLET);
    Arrays.fill(balanced, 0, 3, YELLOW);
    int[] touch = new int[48];
    Arrays.fill(touch, YELLOW);
    touch[7] = VIOLET;

    assertThat(of(balanced).extension()).isCloseTo(0, within(1e-12));
    assertThat(of(touch).extension()).isCloseTo((47 * 9 - 3) / (47 * 9 + 3.0), within(1e-12));
    assertThat(of(YELLOW, YELLOW).extension()).isZero();
  }

  @Test
  void grayAmongColors_contrastsSimultaneously() {
    int[] flat = new int[64 * 64];
    Arrays.fill(flat, 0xC03020);
    int[] holed = flat.clone();
    for (int y = 28; y < 36; y++) {
      Arrays.fill(holed, y * 64 + 28, y * 64 + 36, 0x808080);
    }

    assertThat(IttenContrasts.of(RgbImage.of(64, 64, flat)).simultaneous())
        .isCloseTo(0, within(1e-9));
    assertThat(IttenContrasts.of(RgbImage.of(64, 64, holed)).simultaneous()).isGreaterThan(0.5);
  }
}
