package io.artrec.vision.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.vision.image.RgbImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GrayLevelsTest {
  @Test
  void levels_areLumaRoundedToWholeNumbers() {
    RgbImage image =
        RgbImage.of(5, 1, new int[] {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF, 0x808080});

    assertThat(GrayLevels.of(image).levels()).containsExactly(76, 150, 29, 255, 128);
  }

  @Test
  void threshold_isTheUpperEdgeOfTheLowerClass() {
    int[] histogram = new int[256];
    histogram[10] = 3;
    histogram[20] = 1;
    histogram[200] = 4;

    assertThat(GrayLevels.otsu(histogram)).isEqualTo(20);
  }

  @Test
  void thresholdOfOneLevel_isThatLevel() {
    for (int level : new int[] {0, 99, 255}) {
      int[] histogram = new int[256];
      histogram[level] = 7;
      assertThat(GrayLevels.otsu(histogram)).isEqualTo(level);
    }
  }

  @Test
  void bicubicDoubling_isThatOfKeysCutToEightBits() {
    GrayLevels two = new GrayLevels(2, 1, new int[] {0, 255});

    assertThat(Resampling.BICUBIC.resize(two, 4, 1).levels()).containsExactly(0, 53, 202, 255);
  }

  @Test
  void resizing_keepsOneLevelAndTheSameSize() {
    for (Resampling kernel : Resampling.values()) {
      int[] white = new int[7 * 31];
      Arrays.fill(white, 255);
      GrayLevels plain = new GrayLevels(7, 31, white);
      assertThat(kernel.resize(plain, 101, 3).levels()).containsOnly(255).hasSize(303);
      int[] noise = new SplittableRandom(3).ints(35, 0, 256).toArray();
      assertThat(kernel.resize(new GrayLevels(5, 7, noise), 5, 7).levels()).isEqualTo(noise);
    }
  }
}
