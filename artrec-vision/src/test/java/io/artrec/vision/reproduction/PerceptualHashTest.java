package io.artrec.vision.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.vision.TestImages;
import io.artrec.vision.image.RgbImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerceptualHashTest {
  @Test
  void quarters_haveTheLowestFrequencyBothWays() {
    int[] pixels =
        IntStream.range(0, 64 * 64)
            .map(i -> (i % 64 < 32) == (i / 64 < 32) ? 0xFFFFFF : 0)
            .toArray();
    long bits = PerceptualHash.of(RgbImage.of(64, 64, pixels)).bits();
    long turned =
        PerceptualHash.of(
                RgbImage.of(64, 64, IntStream.of(pixels).map(rgb -> 0xFFFFFF - rgb).toArray()))
            .bits();

    assertThat(bits & 1).isEqualTo(1);
    assertThat(turned & 1).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void changesOfTheReproduction_changeFewBits(long seed) {
    RgbImage picture = MadePictures.of(seed, 240, 180);
    PerceptualHash hash = PerceptualHash.of(picture);

    assertThat(hash.distance(PerceptualHash.of(picture.shrunkTo(120)))).isLessThanOrEqualTo(4);
    assertThat(hash.distance(PerceptualHash.of(TestImages.throughJpeg(picture))))
        .isLessThanOrEqualTo(4);
    assertThat(hash.distance(PerceptualHash.of(MadePictures.gray(picture)))).isZero();
    assertThat(hash.distance(PerceptualHash.of(MadePictures.of(seed + 100, 240, 180))))
        .isBetween(14, 50);
    assertThat(PerceptualHash.ofBits(hash.bits())).isEqualTo(hash);
  }
}
