package io.artrec.vision.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.vision.Goldens;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColorHistogramTest {
  @Test
  void pureColors_fallInTheirHueBins() {
    RgbImage image =
        RgbImage.of(
            4, 2, new int[] {0xFF0000, 0xFF0000, 0x00FF00, 0x0000FF, 0, 0xFFFFFF, 0x808080, 0x01});

    double[] shares = ColorHistogram.hsv().measure(image);

    assertThat(shares[at(0, 3, 3)]).isEqualTo(0.25); // red, hue 0
    assertThat(shares[at(5, 3, 3)]).isEqualTo(0.125); // green, hue 1/3
    assertThat(shares[at(10, 3, 3)]).isEqualTo(0.125); // blue, hue 2/3
    assertThat(shares[at(0, 0, 0)]).isEqualTo(0.125); // black
    assertThat(shares[at(0, 0, 3)]).isEqualTo(0.125); // white
    assertThat(shares[at(0, 0, 2)]).isEqualTo(0.125); // middle gray
    assertThat(shares[at(10, 3, 0)]).isEqualTo(0.125); // the darkest blue is fully saturated
  }

  @Test
  void rgb_countsEachChannelOnItsOwn() {
    RgbImage image = RgbImage.of(2, 1, new int[] {0xFF0000, 0x0080FF});

    double[] shares = ColorHistogram.rgb(2, 3, 4).measure(image);

    assertThat(shares).hasSize(24);
    assertThat(shares[1 * 12]).isEqualTo(0.5);
    assertThat(shares[0 + 1 * 4 + 3]).isEqualTo(0.5);
  }

  @Test
  void paintings_matchTheReference() throws IOException {
    Goldens goldens = Goldens.load();
    for (Map.Entry<String, JsonObject> entry : goldens.images().entrySet()) {
      double[] expected = new double[256];
      entry
          .getValue()
          .getAsJsonObject("hsv_histogram")
          .entrySet()
          .forEach(e -> expected[Integer.parseInt(e.getKey())] = e.getValue().getAsDouble());

      double[] actual = ColorHistogram.hsv().measure(goldens.decode(entry.getKey()));

      assertThat(actual).as(entry.getKey()).containsExactly(expected, within(1e-6));
    }
  }

  @Test
  void everyColorOfACoarseCube_matchesThePlainFormula() {
    int[] colors = new int[52 * 52 * 52];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = ((i / 2704 * 5) << 16) | ((i / 52 % 52 * 5) << 8) | (i % 52 * 5);
    }
    double[] expected = new double[7 * 5 * 3];
    for (int color : colors) {
      expected[plainBin(color, 7, 5, 3)] += 1.0 / colors.length;
    }

    double[] actual = ColorHistogram.hsv(7, 5, 3).measure(RgbImage.of(52, 2704, colors));

    assertThat(actual).containsExactly(expected, within(1e-9));
  }

  @Test
  void anyImage_sumsToOneAndIgnoresWherePixelsAre() {
    SplittableRandom random = new SplittableRandom(11);
    int[] pixels = random.ints(300, 0, 1 << 24).toArray();

    double[] wide = ColorHistogram.hsv().measure(RgbImage.of(300, 1, pixels));
    double[] high = ColorHistogram.hsv().measure(RgbImage.of(1, 300, pixels));

    assertThat(Arrays.stream(wide).sum()).isCloseTo(1, within(1e-12));
    assertThat(high).isEqualTo(wide);
  }

  @Test
  void soft_dividesAColorAmongItsNeighbors() {
    // red 0.5 of 2 bins lies between both centers; green 1 and blue 0 beyond the outermost
    RgbImage image = RgbImage.of(2, 1, new int[] {0x80FF00, 0x7FFF00});

    double[] shares = ColorHistogram.rgb(2, 2, 2).soft().measure(image);

    assertThat(shares[0b010]).isCloseTo(0.5, within(1e-12));
    assertThat(shares[0b110]).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void softHue_goesRound() {
    double[] shares =
        ColorHistogram.hsv(4, 1, 1).soft().measure(RgbImage.of(1, 1, new int[] {0xFF0000}));

    assertThat(shares).containsExactly(new double[] {0.5, 0, 0, 0.5}, within(1e-12));
  }

  @Test
  void lab_partsLightnessAndTheTwoAxes() {
    RgbImage image = RgbImage.of(4, 1, new int[] {0, 0xFFFFFF, 0xFF0000, 0x0000FF});

    double[] shares = ColorHistogram.lab(2, 2, 2).measure(image);

    assertThat(shares[0b000]).isZero();
    assertThat(shares[0b011]).isEqualTo(0.25); // black, its a* and b* being 0
    assertThat(shares[0b101]).isEqualTo(0.25); // white, with an a* of -0.002
    assertThat(shares[0b111]).isEqualTo(0.25); // red
    assertThat(shares[0b010]).isEqualTo(0.25); // blue
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void softHistograms_sumToOneAndAreNearEachOtherForNearColors(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] pixels = random.ints(999, 0, 1 << 24).map(rgb -> rgb & 0xFEFEFE).toArray();
    RgbImage image = RgbImage.of(27, 37, pixels);
    RgbImage moved =
        RgbImage.of(27, 37, Arrays.stream(pixels).map(rgb -> rgb | 0x010101).toArray());
    for (ColorHistogram histogram :
        List.of(ColorHistogram.hsv(), ColorHistogram.rgb(4, 4, 4), ColorHistogram.lab())) {
      double[] shares = histogram.soft().measure(image);
      double[] other = histogram.soft().measure(moved);

      assertThat(Arrays.stream(histogram.measure(image)).sum()).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-9));
      double distance = 0;
      for (int i = 0; i < shares.length; i++) {
        distance += Math.abs(shares[i] - other[i]);
      }
      assertThat(distance).isLessThan(0.1);
    }
  }

  @Test
  void artworkWithoutImage_hasNoVector() {
    Artwork artwork = Artwork.builder("a", "A").build();
    FeatureEncoder encoder = ColorHistogram.hsv().fit(Catalog.of(artwork));

    assertThat(encoder.encode(new ArtworkInput(artwork, ArtworkImages.none()))).isEmpty();
    assertThat(encoder.dimensions()).isEqualTo(256);
    assertThat(encoder.fingerprint()).isEmpty();
  }

  @Test
  void spec_namesWhatWasSet() {
    assertThat(ColorHistogram.hsv().spec().name()).isEqualTo("color-histogram");
    assertThat(ColorHistogram.hsv().spec().facet()).isEqualTo("palette");
    assertThat(ColorHistogram.hsv().spec().similarity().name()).isEqualTo("histogram-intersection");
    assertThat(ColorHistogram.hsv(8, 8, 8).spec().name()).isEqualTo("color-histogram-hsv-8x8x8");
    assertThat(ColorHistogram.rgb(4, 4, 4).spec().parameters())
        .isEqualTo("rgb 4x4x4, none of gray and toned images, kept side 1024");
  }

  @Test
  void binsOutOfRange_areRefusedAtOnce() {
    assertThatThrownBy(() -> ColorHistogram.hsv(0, 4, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "histogram bins are 0 x 4 x 4, expected 1 or more each and at most 4096 in all");
    assertThatThrownBy(() -> ColorHistogram.rgb(100_000, 100_000, 100_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100000 x 100000 x 100000");
  }

  private static int at(int hue, int saturation, int value) {
    return (hue * 4 + saturation) * 4 + value;
  }

  /** The definition in floating point, channel by channel, with hue in degrees. */
  private static int plainBin(int color, int hues, int saturations, int values) {
    double r = (color >> 16) / 255.0;
    double g = (color >> 8 & 0xFF) / 255.0;
    double b = (color & 0xFF) / 255.0;
    double max = Math.max(r, Math.max(g, b));
    double range = max - Math.min(r, Math.min(g, b));
    double degrees = 0;
    if (range > 0 && max == r) {
      degrees = (60 * (g - b) / range + 360) % 360;
    } else if (range > 0 && max == g) {
      degrees = 120 + 60 * (b - r) / range;
    } else if (range > 0) {
      degrees = 240 + 60 * (r - g) / range;
    }
    double saturation = max > 0 ? range / max : 0;
    int h = Math.min((int) Math.floor(degrees / 360 * hues + 1e-9), hues - 1);
    int s = Math.min((int) Math.floor(saturation * saturations + 1e-9), saturations - 1);
    int v = Math.min((int) Math.floor(max * values + 1e-9), values - 1);
    return (h * saturations + s) * values + v;
  }
}
