package io.artrec.vision.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.vision.image.RgbImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePreparationTest {
  /** A picture of gray levels, row by row. */
  private static RgbImage gray(int width, int height, int... levels) {
    int[] pixels = new int[levels.length];
    for (int i = 0; i < levels.length; i++) {
      pixels[i] = levels[i] * 0x10101;
    }
    return RgbImage.of(width, height, pixels);
  }

  private static int[] levels(RgbImage image) {
    int[] levels = new int[image.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = image.rgb(i) & 0xFF;
    }
    return levels;
  }

  private static int[] pixels(RgbImage image) {
    int[] pixels = new int[image.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = image.rgb(i);
    }
    return pixels;
  }

  @Test
  void halving_weighsThePixelsInReach() {
    // Around 1 with a reach of 2 lie pixels at distances .5, .5 and 1.5: weights 3, 3 and 1.
    int[] row = {0, 70, 210, 0};
    int[] twice = {0, 70, 210, 0, 0, 70, 210, 0, 0, 70, 210, 0, 0, 70, 210, 0};
    ImagePreparation half = ImagePreparation.square(2).resizing(Resizing.BOTH_SIDES, 2);
    assertThat(levels(half.square(gray(4, 1, row)))).containsExactly(60, 100, 60, 100);
    assertThat(levels(half.square(gray(4, 4, twice)))).containsExactly(60, 100, 60, 100);
  }

  @Test
  void pixels_areThoseOfPillow() {
    // Image.fromarray(...).resize((7, 5)) and (2, 2) by Pillow 9.4.
    RgbImage image = gray(4, 3, 0, 50, 100, 255, 30, 200, 10, 90, 250, 0, 128, 64);
    Resampling.Span across = new Resampling.Span(7, 0, 7);
    Resampling.Span down = new Resampling.Span(5, 0, 5);
    int[] bilinear = new Resampling(Interpolation.BILINEAR).resize(image, across, down);
    assertThat(levels(RgbImage.of(7, 5, bilinear)))
        .containsExactly(
            0, 18, 46, 75, 111, 200, 255, 12, 47, 103, 87, 73, 144, 189, 30, 91, 188, 105, 16, 61,
            90, 162, 133, 86, 80, 80, 77, 74, 250, 161, 18, 64, 123, 87, 64);
    int[] bicubic = new Resampling(Interpolation.BICUBIC).resize(image, across, down);
    assertThat(levels(RgbImage.of(7, 5, bicubic)))
        .containsExactly(
            0, 7, 35, 65, 117, 221, 255, 0, 36, 108, 86, 68, 156, 201, 17, 89, 198, 111, 8, 59, 96,
            172, 145, 81, 75, 82, 71, 65, 255, 176, 0, 48, 138, 90, 56);
    ImagePreparation two = ImagePreparation.square(2).resizing(Resizing.BOTH_SIDES, 2);
    assertThat(levels(two.square(image))).containsExactly(60, 126, 116, 78);
    assertThat(levels(two.interpolation(Interpolation.BICUBIC).square(image)))
        .containsExactly(51, 134, 122, 71);
  }

  @ParameterizedTest
  @CsvSource({"4, 3, 7, 5", "31, 7, 9, 40", "9, 9, 9, 9", "1, 1, 5, 5", "64, 48, 13, 10"})
  void aPart_isThatPartOfTheWhole(int width, int height, int newWidth, int newHeight) {
    SplittableRandom random = new SplittableRandom(width * 100L + newWidth);
    RgbImage image =
        RgbImage.of(width, height, random.ints((long) width * height, 0, 1 << 24).toArray());
    for (Interpolation by : Interpolation.values()) {
      Resampling resampling = new Resampling(by);
      int[] whole =
          resampling.resize(
              image,
              new Resampling.Span(newWidth, 0, newWidth),
              new Resampling.Span(newHeight, 0, newHeight));
      int left = random.nextInt(newWidth);
      int top = random.nextInt(newHeight);
      int columns = 1 + random.nextInt(newWidth - left);
      int rows = 1 + random.nextInt(newHeight - top);
      int[] part =
          resampling.resize(
              image,
              new Resampling.Span(newWidth, left, columns),
              new Resampling.Span(newHeight, top, rows));
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          assertThat(part[y * columns + x]).isEqualTo(whole[(top + y) * newWidth + left + x]);
        }
      }
    }
  }

  @Test
  void sameSize_changesNothing() {
    RgbImage image = RgbImage.of(3, 3, new int[] {1, 2, 3, 0x400000, 5, 6, 0x700, 8, 0xFFFFFF});
    for (Interpolation by : Interpolation.values()) {
      assertThat(pixels(ImagePreparation.square(3).interpolation(by).square(image)))
          .containsExactly(pixels(image));
    }
  }

  @Test
  void shorterSide_isCroppedAtTheCenter_halvesToEven() {
    // Of 5 columns 2 are kept from (5 - 2) / 2 = 1.5, so from 2 on; of 3 from 0.5, so from 0.
    ImagePreparation two = ImagePreparation.square(2);
    assertThat(levels(two.square(gray(5, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))))
        .containsExactly(3, 4, 8, 9);
    assertThat(levels(two.square(gray(3, 2, 1, 2, 3, 4, 5, 6)))).containsExactly(1, 2, 4, 5);
    assertThat(levels(two.square(gray(2, 5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))))
        .containsExactly(5, 6, 7, 8);
    assertThat(
            levels(
                ImagePreparation.square(3).crop(1).square(gray(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9))))
        .containsExactly(5);
  }

  @Test
  void letterbox_keepsAllAndFillsTheRest() {
    ImagePreparation box =
        ImagePreparation.square(4).resizing(Resizing.LETTERBOX, 4).fill(0x090909);
    assertThat(levels(box.square(gray(4, 2, 1, 2, 3, 4, 5, 6, 7, 8))))
        .containsExactly(9, 9, 9, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9);
    assertThat(levels(box.square(gray(1, 4, 1, 2, 3, 4))))
        .containsExactly(9, 1, 9, 9, 9, 2, 9, 9, 9, 3, 9, 9, 9, 4, 9, 9);
  }

  @Test
  void aLine_costsWhatIsKeptOfIt() {
    int[] line = new int[10_000];
    line[4_999] = 255;
    line[5_000] = 255;
    int[] kept = levels(ImagePreparation.clip().square(gray(10_000, 1, line)));
    assertThat(kept).hasSize(224 * 224).contains(255);
  }

  @Test
  void values_areScaledCenteredAndDivided_byColor() {
    RgbImage image = RgbImage.of(2, 1, new int[] {0xFF3300, 0x0000FF});
    ImagePreparation wide =
        ImagePreparation.square(2)
            .resizing(Resizing.BOTH_SIDES, 1)
            .resizing(Resizing.LETTERBOX, 2)
            .mean(0.5, 0.1, 0)
            .deviation(0.25, 0.5, 2);
    float[] prepared = wide.prepare(image);
    // Red 1 and 0, green .2 and 0, blue 0 and 1; the row below is black.
    assertThat(prepared)
        .containsExactly(
            new float[] {2, -2, -2, -2, 0.2f, -0.2f, -0.2f, -0.2f, 0, 0.5f, 0, 0}, within(1e-6f));
    assertThat(wide.layout(PixelLayout.CHANNELS_LAST).prepare(image))
        .containsExactly(
            new float[] {2, 0.2f, 0, -2, -0.2f, 0.5f, -2, -0.2f, 0, -2, -0.2f, 0}, within(1e-6f));
    assertThat(wide.layout(PixelLayout.CHANNELS_LAST).channels(ChannelOrder.BGR).prepare(image))
        .containsExactly(
            new float[] {0, 0.2f, 2, 0.5f, -0.2f, -2, 0, -0.2f, -2, 0, -0.2f, -2}, within(1e-6f));
    assertThat(
            ImagePreparation.square(1)
                .scale(1)
                .mean(123.68, 116.779, 103.939)
                .prepare(gray(1, 1, 200)))
        .containsExactly(76.32f, 83.221f, 96.061f);
  }

  @Test
  void presets_holdThePublishedNumbers() {
    RgbImage mid = gray(1, 1, 128);
    double half = 128 / 255.0;
    assertValues(
        ImagePreparation.imageNet(),
        mid,
        (half - 0.485) / 0.229,
        (half - 0.456) / 0.224,
        (half - 0.406) / 0.225);
    assertValues(
        ImagePreparation.clip(),
        mid,
        (half - 0.48145466) / 0.26862954,
        (half - 0.4578275) / 0.26130258,
        (half - 0.40821073) / 0.27577711);
    double centered = (half - 0.5) / 0.5;
    assertValues(ImagePreparation.sigLip(), mid, centered, centered, centered);
    assertThat(ImagePreparation.imageNet())
        .hasToString(
            "SHORTER_SIDE 256 BILINEAR, crop 224, scale 0.00392156862745098, mean [0.485, 0.456,"
                + " 0.406], deviation [0.229, 0.224, 0.225], CHANNELS_FIRST RGB");
    assertThat(ImagePreparation.dino().toString()).startsWith("SHORTER_SIDE 256 BICUBIC, crop 224");
    assertThat(ImagePreparation.clip().toString()).startsWith("SHORTER_SIDE 224 BICUBIC, crop 224");
    assertThat(ImagePreparation.sigLip().toString()).startsWith("BOTH_SIDES 224 BICUBIC, crop 224");
    assertThat(ImagePreparation.clip().shape()).containsExactly(3, 224, 224);
    assertThat(ImagePreparation.clip().layout(PixelLayout.CHANNELS_LAST).shape())
        .containsExactly(224, 224, 3);
  }

  private static void assertValues(ImagePreparation preparation, RgbImage image, double... rgb) {
    float[] prepared = preparation.prepare(image);
    assertThat(prepared).hasSize(3 * 224 * 224);
    for (int channel = 0; channel < 3; channel++) {
      assertThat(prepared[channel * 224 * 224 + 7]).isEqualTo((float) rgb[channel]);
    }
  }

  @Test
  void equalSettings_areEqual() {
    assertThat(ImagePreparation.clip())
        .isEqualTo(ImagePreparation.clip())
        .hasSameHashCodeAs(ImagePreparation.clip())
        .isNotEqualTo(ImagePreparation.clip().resizing(Resizing.SHORTER_SIDE, 336));
  }

  @Test
  void settingsOutOfRange_areNamed() {
    assertThatThrownBy(() -> ImagePreparation.square(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("side is 0, expected 1 to 4096 pixels");
    assertThatThrownBy(() -> ImagePreparation.square(224).crop(225))
        .hasMessage("crop is 225, expected 1 to the side resized to, which is 224");
    assertThatThrownBy(() -> ImagePreparation.square(224).scale(0))
        .hasMessage("scale is 0.0, expected a positive number");
    assertThatThrownBy(() -> ImagePreparation.square(224).deviation(1, 0, 1))
        .hasMessage("deviation is 0.0, expected a positive number");
    assertThatThrownBy(() -> ImagePreparation.square(224).mean(0, Double.NaN, 0))
        .hasMessage("mean is NaN, expected a finite number");
    assertThatThrownBy(() -> ImagePreparation.square(224).fill(-1))
        .hasMessage("fill is -1, expected a color, 0xRRGGBB");
  }
}
