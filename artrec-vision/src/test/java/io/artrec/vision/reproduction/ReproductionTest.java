package io.artrec.vision.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.vision.Goldens;
import io.artrec.vision.color.ColorHistogram;
import io.artrec.vision.color.ColorMoments;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.reproduction.Reproduction.Tone;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReproductionTest {
  private static final int SIDE = 200;

  @Test
  void grays_areGray() {
    assertThat(tone(image(gray -> gray << 16 | gray << 8 | gray, 0))).isEqualTo(Tone.GRAY);
    assertThat(tone(image(gray -> gray << 16 | gray << 8 | gray, 1))).isEqualTo(Tone.GRAY);
    assertThat(tone(RgbImage.of(1, 1, new int[] {0x808080}))).isEqualTo(Tone.GRAY);
  }

  @Test
  void sepiaAndBlueprint_areToned() {
    IntUnaryOperator sepia = gray -> (gray << 16) | ((gray * 9 / 10) << 8) | (gray * 7 / 10);
    IntUnaryOperator blue = gray -> ((gray / 2) << 16) | ((gray * 3 / 4) << 8) | (128 + gray / 2);

    assertThat(tone(image(sepia, 0))).isEqualTo(Tone.TONED);
    assertThat(tone(image(sepia, 2))).isEqualTo(Tone.TONED);
    assertThat(tone(image(blue, 2))).isEqualTo(Tone.TONED);
    assertThat(Reproduction.of(image(sepia, 2)).showsColors()).isFalse();
  }

  @Test
  void inkOnPaperWithARedSeal_isInColor() {
    RgbImage ink = image(gray -> (gray << 16) | ((gray * 19 / 20) << 8) | (gray * 17 / 20), 2);
    int[] pixels = IntStream.range(0, ink.size()).map(ink::rgb).toArray();
    for (int i = 0; i < 12 * 12; i++) {
      pixels[(20 + i / 12) * SIDE + 30 + i % 12] = 0xB02820;
    }

    assertThat(tone(ink)).isEqualTo(Tone.TONED);
    assertThat(tone(RgbImage.of(SIDE, SIDE, pixels))).isEqualTo(Tone.COLORED);
  }

  @Test
  void flatColors_areInColor() {
    assertThat(tone(RgbImage.of(1, 1, new int[] {0xA03010}))).isEqualTo(Tone.COLORED);
    assertThat(tone(RgbImage.of(2, 1, new int[] {0xFFFFFF, 0xFF0000}))).isEqualTo(Tone.COLORED);
    assertThat(tone(image(gray -> gray < 128 ? 0x203080 : 0xF0D040, 0))).isEqualTo(Tone.COLORED);
  }

  @Test
  void featuresOfGrayImages_areMissingUnlessAskedFor() {
    RgbImage gray = image(level -> level << 16 | level << 8 | level, 0);

    assertThat(ColorHistogram.hsv().measured(gray)).isEmpty();
    assertThat(ColorMoments.hsv().measured(gray)).isEmpty();
    assertThat(ColorHistogram.hsv().ofAnyTone().measured(gray)).isPresent();
    assertThat(ColorMoments.hsv().ofAnyTone().measured(gray)).isPresent();
    assertThat(ColorHistogram.hsv().ofAnyTone().spec().parameters())
        .isEqualTo("hsv 16x4x4, kept side 1024");
  }

  @Test
  void paintings_areGrayWhereTheirFilesAre() throws IOException {
    Goldens goldens = Goldens.load();
    for (String name : goldens.images().keySet()) {
      assertThat(tone(goldens.decode(name)))
          .as(name)
          .isEqualTo(name.equals("29403.png") ? Tone.GRAY : Tone.COLORED);
    }
  }

  private static Tone tone(RgbImage image) {
    return Reproduction.of(image).tone();
  }

  /** A soft pattern of all grays, colored, with noise of up to the given size in each channel. */
  private static RgbImage image(IntUnaryOperator color, int noise) {
    SplittableRandom random = new SplittableRandom(5);
    int[] pixels = new int[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      double wave = Math.sin(i % SIDE / 17.0) * Math.cos((i - i % SIDE) / (29.0 * SIDE));
      int rgb = color.applyAsInt((int) (127 + 120 * wave));
      for (int shift = 0; shift <= 16; shift += 8) {
        int channel = (rgb >> shift & 0xFF) + random.nextInt(-noise, noise + 1);
        pixels[i] |= Math.max(0, Math.min(255, channel)) << shift;
      }
    }
    return RgbImage.of(SIDE, SIDE, pixels);
  }
}
