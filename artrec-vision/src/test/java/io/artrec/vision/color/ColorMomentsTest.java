package io.artrec.vision.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.artrec.vision.Goldens;
import io.artrec.vision.TestImages;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColorMomentsTest {
  @Test
  void threeBlackPixelsAndAWhiteOne_areWorkedOutByHand() {
    double[] moments = ColorMoments.rgb().measure(RgbImage.of(2, 2, new int[] {0, 0, 0, 0xFFFFFF}));

    // mean 1/4; squares 3/16 + 9/16 over 4; cubes (-3/64 + 27/64) over 4
    double[] channel = {0.25, Math.sqrt(0.1875), Math.cbrt(0.09375)};
    for (int i = 0; i < 9; i++) {
      assertThat(moments[i]).isCloseTo(channel[i % 3], within(1e-15));
    }
  }

  @Test
  void redAndGreen_haveTheMeanHueBetween() {
    double[] moments = ColorMoments.hsv().measure(RgbImage.of(2, 1, new int[] {0xFF0000, 0xFF00}));

    assertThat(moments)
        .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 0, 1, 0, 0, 1, 0, 0}, within(1e-15));
  }

  @Test
  void oneColor_hasNoDeviationAndNoSkewness() {
    int[] pixels = new int[5_000];
    Arrays.fill(pixels, 0x5A3A22);

    double[] moments = ColorMoments.lab().measure(RgbImage.of(50, 100, pixels));

    assertThat(moments[0]).isCloseTo(27.616093136387676, within(1e-9));
    for (int i = 0; i < 9; i++) {
      if (i % 3 != 0) {
        assertThat(moments[i]).isZero();
      }
    }
  }

  @Test
  void paintings_matchTheReference() throws IOException {
    Goldens goldens = Goldens.load();
    for (Map.Entry<String, JsonObject> entry : goldens.images().entrySet()) {
      JsonArray expected = entry.getValue().getAsJsonArray("color_moments");

      double[] actual = ColorMoments.hsv().measure(goldens.decode(entry.getKey()));

      for (int i = 0; i < 9; i++) {
        double value = expected.get(i).getAsDouble();
        assertThat(actual[i])
            .as("%s, value %d", entry.getKey(), i)
            .isCloseTo(value, within(1e-9 * Math.abs(value) + 1e-12));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31, 1021, 1024, 1025, 4097})
  void anySize_matchesTwoPlainPasses(int size) {
    SplittableRandom random = new SplittableRandom(size);
    RgbImage image =
        RgbImage.of(size, 1, random.ints(size, 0, 1 << 24).map(rgb -> rgb & 0xFF3F0F).toArray());
    for (ColorSpace space : ColorSpace.values()) {
      double[][] channels = new double[3][size];
      for (int i = 0; i < size; i++) {
        double[][] one = new double[3][1];
        space.read(image, i, 1, one);
        for (int c = 0; c < 3; c++) {
          channels[c][i] = one[c][0];
        }
      }

      double[] actual = moments(space).measure(image);

      for (int c = 0; c < 3; c++) {
        double[] expected = plain(channels[c]);
        assertThat(actual[3 * c]).isCloseTo(expected[0], within(1e-9));
        assertThat(actual[3 * c + 1]).isCloseTo(expected[1], within(1e-9));
        double cube = Math.pow(expected[2], 3);
        assertThat(Math.pow(actual[3 * c + 2], 3))
            .isCloseTo(cube, within(1e-9 * Math.abs(cube) + 1e-11));
      }
    }
  }

  @Test
  void vectorsInLab_areOfTheSizeOfOthers() {
    float[] vector =
        TestImages.encode(ColorMoments.lab(), RgbImage.of(2, 1, new int[] {0xFFFFFF, 0xFF0000}));

    assertThat(vector[0]).isCloseTo(0.7662f, within(0.001f));
  }

  @Test
  void spec_namesTheChannels() {
    assertThat(ColorMoments.hsv().spec().name()).isEqualTo("color-moments-hsv");
    assertThat(ColorMoments.lab().spec().facet()).isEqualTo("palette");
    assertThat(ColorMoments.rgb().spec().similarity().name()).isEqualTo("euclidean");
  }

  private static ColorMoments moments(ColorSpace space) {
    return switch (space) {
      case HSV -> ColorMoments.hsv();
      case RGB -> ColorMoments.rgb();
      case LAB -> ColorMoments.lab();
    };
  }

  private static double[] plain(double[] x) {
    double mean = 0;
    for (double value : x) {
      mean += value / x.length;
    }
    double squares = 0;
    double cubes = 0;
    for (double value : x) {
      squares += Math.pow(value - mean, 2) / x.length;
      cubes += Math.pow(value - mean, 3) / x.length;
    }
    return new double[] {mean, Math.sqrt(squares), Math.cbrt(cubes)};
  }
}
