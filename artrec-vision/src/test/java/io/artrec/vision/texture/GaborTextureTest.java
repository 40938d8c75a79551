package io.artrec.vision.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.vision.Goldens;
import io.artrec.vision.TestImages;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GaborTextureTest {
  private static final double[] FREQUENCIES = {0.1, 0.2, 0.4};
  private static final int[] ANGLES = {0, 45, 90, 135};

  @Test
  void stripes_answerMostToTheFilterOfTheirFrequencyAndDirection() {
    for (int frequency = 0; frequency < 3; frequency++) {
      for (int angle = 0; angle < 4; angle++) {
        double[] measured =
            GaborTexture.standard().measure(stripes(FREQUENCIES[frequency], ANGLES[angle]));

        assertThat(strongest(measured))
            .as("%s cycles per pixel at %s degrees", FREQUENCIES[frequency], ANGLES[angle])
            .isEqualTo(frequency * 4 + angle);
      }
    }
  }

  @Test
  void paintings_matchTheReference() throws IOException {
    Goldens goldens = Goldens.load();
    for (Map.Entry<String, JsonObject> entry : goldens.images().entrySet()) {
      List<Double> expected = new ArrayList<>();
      for (Map.Entry<String, JsonElement> filter :
          entry.getValue().getAsJsonObject("gabor").entrySet()) {
        filter.getValue().getAsJsonArray().forEach(value -> expected.add(value.getAsDouble()));
      }

      double[] actual = GaborTexture.standard().measure(goldens.decode(entry.getKey()));

      assertThat(actual).hasSize(expected.size());
      for (int i = 0; i < actual.length; i++) {
        assertThat(actual[i])
            .as("%s, value %s", entry.getKey(), i)
            .isCloseTo(expected.get(i), withinPercentage(1e-7));
      }
    }
  }

  @Test
  void anyImage_matchesThePlainConvolution() {
    SplittableRandom random = new SplittableRandom(5);
    for (int[] size : new int[][] {{31, 23}, {7, 40}, {1, 9}, {50, 2}, {1, 1}}) {
      int[] pixels = random.ints((long) size[0] * size[1], 0, 1 << 24).toArray();
      RgbImage image = RgbImage.of(size[0], size[1], pixels);

      double[] actual = GaborTexture.standard().measure(image);

      double[] expected = plain(image);
      for (int i = 0; i < expected.length; i++) {
        assertThat(actual[i]).as("%s, value %s", image, i).isCloseTo(expected[i], offset(1e-12));
      }
    }
  }

  @Test
  void referenceFormula_keepsItsValues() {
    int[] pixels = new int[24 * 16];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % 24;
      int y = i / 24;
      pixels[i] = (((x * x + 3 * y) % 256) << 16) | (((7 * x + y * y) % 256) << 8) | (x * y % 256);
    }

    double[] measured = GaborTexture.standard().measure(RgbImage.of(24, 16, pixels));

    double[] reference = {
      0.0131745160368, 3.02200418033e-05,
      0.0141656915912, 6.23785304614e-05,
      0.0286623062504, 0.000380674311217,
      0.00804411037293, 4.28746707137e-05,
      0.0148263941843, 0.000110849250831,
      0.00865312949908, 0.000106163233919,
      0.0206475791665, 0.000616608847094,
      0.00540807891711, 4.1048506814e-05,
      0.0114328880222, 0.000160964570808,
      0.00638049006093, 0.00012918514353,
      0.0109068002411, 0.000387885663328,
      0.00719791476387, 0.000142088841591,
    };
    for (int i = 0; i < reference.length; i++) {
      assertThat(measured[i]).as("value %s", i).isCloseTo(reference[i], withinPercentage(1e-6));
    }
  }

  @Test
  void flatAndTinyImages_giveFiniteVectors() {
    for (int color : new int[] {0x000000, 0xFFFFFF, 0x7F2010}) {
      for (int[] size : new int[][] {{1, 1}, {1, 500}, {500, 1}, {3, 2}, {64, 64}, {3000, 2}}) {
        int[] pixels = new int[size[0] * size[1]];
        Arrays.fill(pixels, color);
        RgbImage image = RgbImage.of(size[0], size[1], pixels);

        double[] measured = GaborTexture.standard().measure(image);

        for (int i = 0; i < measured.length; i++) {
          assertThat(measured[i]).isFinite().isNotNegative();
          if (i % 2 == 1) {
            assertThat(measured[i]).as("variance of %s", image).isLessThan(1e-20);
          }
        }
        for (float value : TestImages.encode(GaborTexture.standard(), image)) {
          assertThat(value).isFinite();
        }
      }
    }
  }

  @Test
  void contrastHalved_movesTheVectorLessThanAnotherTexture() {
    float[] strong = TestImages.encode(GaborTexture.standard(), stripes(0.2, 0));
    float[] weak = TestImages.encode(GaborTexture.standard(), faded(stripes(0.2, 0)));
    float[] other = TestImages.encode(GaborTexture.standard(), stripes(0.1, 90));

    assertThat(distance(strong, weak)).isLessThan(distance(strong, other) / 2);
  }

  @Test
  void largeImage_isMeasuredAtTheStatedSide() {
    RgbImage small = stripes(0.2, 45);
    int[] doubled = new int[128 * 128];
    Arrays.setAll(doubled, i -> small.rgb(i % 128 / 2, i / 128 / 2));
    RgbImage large = RgbImage.of(128, 128, doubled);

    assertThat(GaborTexture.standard().longestSide(64).measure(large))
        .containsExactly(GaborTexture.standard().measure(small), offset(1e-12));
    assertThat(GaborTexture.standard().longestSide(32).spec().name()).isEqualTo("gabor-texture-32");
    assertThatThrownBy(() -> GaborTexture.standard().longestSide(8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("longest side for Gabor texture is 8, expected 16 to 4096");
  }

  @Test
  void artworkWithoutImage_hasNoVector() {
    Artwork artwork = Artwork.builder("a", "A").build();
    FeatureEncoder encoder = GaborTexture.standard().fit(Catalog.of(artwork));

    assertThat(encoder.encode(new ArtworkInput(artwork, ArtworkImages.none()))).isEmpty();
    assertThat(encoder.dimensions()).isEqualTo(24);
  }

  private static RgbImage stripes(double frequency, int degrees) {
    double dx = Math.cos(Math.toRadians(degrees)) * frequency;
    double dy = Math.sin(Math.toRadians(degrees)) * frequency;
    int[] pixels = new int[64 * 64];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % 64;
      int y = i / 64;
      double wave = Math.cos(2 * Math.PI * (dx * x + dy * y));
      pixels[i] = 0x010101 * (int) Math.round(127.5 + 127.5 * wave);
    }
    return RgbImage.of(64, 64, pixels);
  }

  private static RgbImage faded(RgbImage image) {
    int[] pixels = new int[image.size()];
    Arrays.setAll(pixels, i -> 0x010101 * (64 + (image.rgb(i) & 0xFF) / 2));
    return RgbImage.of(image.width(), image.height(), pixels);
  }

  private static int strongest(double[] measured) {
    int best = 0;
    for (int filter = 1; filter < measured.length / 2; filter++) {
      best = measured[2 * filter] > measured[2 * best] ? filter : best;
    }
    return best;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (double) (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  /** The definition by direct convolution with each two-dimensional kernel. */
  private static double[] plain(RgbImage image) {
    double[] measured = new double[24];
    int at = 0;
    for (double frequency : FREQUENCIES) {
      for (int angle : ANGLES) {
        double[] magnitudes = magnitudes(image, frequency, Math.toRadians(angle));
        double mean = Arrays.stream(magnitudes).average().orElseThrow();
        measured[at++] = mean;
        measured[at++] =
            Arrays.stream(magnitudes).map(m -> (m - mean) * (m - mean)).average().orElseThrow();
      }
    }
    return measured;
  }

  private static double[] magnitudes(RgbImage image, double frequency, double angle) {
    double sigma = 3 / Math.PI * Math.sqrt(Math.log(2) / 2) / frequency;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    int reach = (int) Math.ceil(Math.max(3 * sigma * Math.max(Math.abs(cos), Math.abs(sin)), 1));
    double[] magnitudes = new double[image.size()];
    for (int i = 0; i < magnitudes.length; i++) {
      double real = 0;
      double imaginary = 0;
      for (int v = -reach; v <= reach; v++) {
        for (int u = -reach; u <= reach; u++) {
          double along = u * cos + v * sin;
          double across = v * cos - u * sin;
          double envelope =
              Math.exp(-(along * along + across * across) / (2 * sigma * sigma))
                  / (2 * Math.PI * sigma * sigma);
          double gray = gray(image, i % image.width() - u, i / image.width() - v);
          real += gray * envelope * Math.cos(2 * Math.PI * frequency * along);
          imaginary += gray * envelope * Math.sin(2 * Math.PI * frequency * along);
        }
      }
      magnitudes[i] = Math.hypot(real, imaginary);
    }
    return magnitudes;
  }

  private static double gray(RgbImage image, int x, int y) {
    int rgb = image.rgb(mirrored(x, image.width()), mirrored(y, image.height()));
    return (0.2125 * (rgb >> 16) + 0.7154 * (rgb >> 8 & 0xFF) + 0.0721 * (rgb & 0xFF)) / 255;
  }

  private static int mirrored(int i, int size) {
    int at = i;
    while (at < 0 || at >= size) {
      at = at < 0 ? -1 - at : 2 * size - 1 - at;
    }
    return at;
  }
}
