package io.artrec.vision.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.vision.ImageMeasure;
import io.artrec.vision.TestImages;
import io.artrec.vision.color.ColorHistogram;
import io.artrec.vision.composition.CompositionFeature;
import io.artrec.vision.composition.SpatialLayout;
import io.artrec.vision.composition.SpatialPyramid;
import io.artrec.vision.image.DecodeLimits;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.shape.HuMoments;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexturesTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  private static RgbImage painted(int width, int height, IntBinaryOperator gray) {
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = gray.applyAsInt(i % width, i / width) * 0x010101;
    }
    return RgbImage.of(width, height, pixels);
  }

  /** Two columns of levels 0 and 31: across all pairs differ, down none, slanted all. */
  @Test
  void cooccurrenceOfTwoColumns_isCountedByHand() {
    RgbImage image = painted(2, 2, (x, y) -> x == 0 ? 0 : 255);
    double[] measured = Cooccurrence.standard().measure(image, 1).orElseThrow();
    assertThat(measured[0]).isCloseTo(961 * 3 / 4.0, ROUNDING);
    assertThat(measured[1]).isCloseTo((3 / 962.0 + 1) / 4, ROUNDING);
    assertThat(measured[2]).isCloseTo(Math.sqrt(0.5), ROUNDING);
    assertThat(measured[3]).isCloseTo((-3 + 1) / 4.0, ROUNDING);
  }

  @Test
  void cooccurrence_leavesOutAnglesWithoutPairs() {
    double[] row = Cooccurrence.standard().measure(painted(4, 1, (x, y) -> 90), 1).orElseThrow();
    assertThat(row).containsExactly(new double[] {0, 1, 1, 1}, ROUNDING);
    assertThat(Cooccurrence.standard().measure(painted(1, 1, (x, y) -> 90), 1)).isEmpty();
    assertThatThrownBy(() -> Cooccurrence.standard().measure(painted(1, 1, (x, y) -> 0), 0))
        .hasMessage("distance of co-occurrence is 0, expected 1 to 64");
  }

  /** Counts of scikit-image 0.19's local_binary_pattern, method 'uniform', inside the image. */
  @ParameterizedTest
  @CsvSource({
    "1, '144 87 0 0 48 14 0 97 133 137'",
    "2, '87 45 11 1 0 0 0 0 2 0 0 0 0 0 8 50 85 271'",
    "3, '62 45 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 2 30 59 267'"
  })
  void binaryPatterns_areThoseOfScikitImage(int radius, String counts) {
    RgbImage image = painted(32, 24, (x, y) -> (x * x * 7 + y * 13 + x * y * 5) % 251);
    double[] shares = LocalBinaryPatterns.standard().measure(image, radius).orElseThrow();
    String[] expected = counts.split(" ", -1);
    double all = (32 - 2 * radius) * (24 - 2 * radius);
    assertThat(shares).hasSize(expected.length);
    for (int i = 0; i < shares.length; i++) {
      assertThat(shares[i] * all).isCloseTo(Double.parseDouble(expected[i]), within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"9, 7, 1", "1, 9, 1", "9, 1, 2", "3, 30, 4", "30, 3, 4", "40, 31, 7", "2, 2, 1"})
  void contrast_isTheMeanOverAllPairsOfEachAngle(int width, int height, int distance) {
    int[] values = new SplittableRandom(width).ints((long) width * height, 0, 256).toArray();
    int slanted = (int) Math.rint(distance * Math.sqrt(0.5));
    int[][] steps = {{0, distance}, {slanted, slanted}, {distance, 0}, {slanted, -slanted}};
    double sum = 0;
    int angles = 0;
    for (int[] step : steps) {
      double squares = 0;
      int pairs = 0;
      for (int i = 0; i < values.length; i++) {
        int y = i / width + step[0];
        int x = i % width + step[1];
        if (y < height && x >= 0 && x < width) {
          int apart = values[i] / 8 - values[y * width + x] / 8;
          squares += apart * apart;
          pairs++;
        }
      }
      sum += pairs > 0 ? squares / pairs : 0;
      angles += pairs > 0 ? 1 : 0;
    }

    double contrast =
        Cooccurrence.standard()
            .measure(painted(width, height, (x, y) -> values[y * width + x]), distance)
            .orElseThrow()[0];

    assertThat(contrast).isCloseTo(sum / angles, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void binaryPatterns_areThoseOfEachPixelByItself(int radius) {
    int[] values = new SplittableRandom(radius).ints(41 * 29, 0, 256).toArray();
    RgbImage image = painted(41, 29, (x, y) -> values[y * 41 + x]);
    int points = 8 * radius;
    double[] counts = new double[points + 2];
    for (int y = radius; y < 29 - radius; y++) {
      for (int x = radius; x < 41 - radius; x++) {
        boolean[] ones = new boolean[points];
        for (int p = 0; p < points; p++) {
          double row = y + Math.rint(-radius * Math.sin(2 * Math.PI * p / points) * 1e5) / 1e5;
          double column = x + Math.rint(radius * Math.cos(2 * Math.PI * p / points) * 1e5) / 1e5;
          ones[p] = between(values, row, column) >= values[y * 41 + x] - 1e-7;
        }
        int changes = 0;
        int sum = 0;
        for (int p = 0; p < points; p++) {
          changes += ones[p] != ones[(p + 1) % points] ? 1 : 0;
          sum += ones[p] ? 1 : 0;
        }
        counts[changes <= 2 ? sum : points + 1]++;
      }
    }

    double[] shares = LocalBinaryPatterns.standard().measure(image, radius).orElseThrow();

    double all = (41 - 2 * radius) * (29 - 2 * radius);
    for (int i = 0; i < counts.length; i++) {
      assertThat(shares[i] * all).as("pattern %s", i).isCloseTo(counts[i], within(1e-9));
    }
  }

  private static double between(int[] values, double row, double column) {
    int top = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    double below = row - top;
    double right = column - left;
    int at = top * 41 + left;
    double upper = values[at] * (1 - right) + (right > 0 ? values[at + 1] * right : 0);
    return below == 0
        ? upper
        : upper * (1 - below)
            + below * (values[at + 41] * (1 - right) + (right > 0 ? values[at + 42] * right : 0));
  }

  @Test
  void flatPlaces_areOnePattern() {
    for (int gray : new int[] {0, 3, 100, 255}) {
      double[] shares =
          LocalBinaryPatterns.standard().measure(painted(9, 9, (x, y) -> gray), 2).orElseThrow();
      assertThat(shares[16]).isEqualTo(1);
    }
    assertThat(LocalBinaryPatterns.standard().measure(painted(2, 9, (x, y) -> 0), 1)).isEmpty();
  }

  @Test
  void uprightStripes_haveUprightEdges_andTurnWithTheImage() {
    double[] upright =
        EdgeOrientations.standard()
            .measure(painted(64, 64, (x, y) -> x / 8 % 2 * 200))
            .orElseThrow();
    double[] level =
        EdgeOrientations.standard()
            .measure(painted(64, 64, (x, y) -> y / 8 % 2 * 200))
            .orElseThrow();
    assertThat(upright[0]).isCloseTo(1, ROUNDING);
    assertThat(level[9]).isCloseTo(1, ROUNDING);
    assertThat(EdgeOrientations.standard().measure(painted(9, 9, (x, y) -> 7))).isEmpty();
  }

  @Test
  void orientedGradients_ofStripesAreInOneBin() {
    double[] blocks =
        OrientedGradients.standard().measure(painted(40, 50, (x, y) -> x / 4 % 2 * 200));
    assertThat(blocks).hasSize(1 * 2 * 36);
    for (int i = 0; i < blocks.length; i++) {
      assertThat(blocks[i]).isCloseTo(i % 9 == 0 ? 0.5 : 0, within(1e-3));
    }
    assertThat(OrientedGradients.standard().measure(painted(31, 64, (x, y) -> x))).isEmpty();
  }

  /** Every pixel the mean of its two neighbors in the row: θ of the first pair is a half. */
  @Test
  void rampIsNotDetermined_noiseHasNoNeighbors_andASmoothRowHas() {
    MarkovTexture markov = MarkovTexture.standard();
    assertThat(markov.measure(painted(30, 30, (x, y) -> 77))).isEmpty();
    assertThat(markov.measure(painted(4, 30, (x, y) -> x))).isEmpty();
    SplittableRandom random = new SplittableRandom(3);
    RgbImage noise = painted(200, 200, (x, y) -> random.nextInt(256));
    double[] ofNoise = markov.measure(noise).orElseThrow();
    for (int i = 0; i < 10; i++) {
      assertThat(ofNoise[i]).isCloseTo(0, within(0.03));
    }
    assertThat(ofNoise[10]).isCloseTo(1 / 12.0, within(0.003));
    double[] row = new double[200];
    RgbImage streaks =
        painted(
            200,
            200,
            (x, y) -> {
              row[x] = x == 0 ? 128 : 0.9 * row[x - 1] + 0.1 * 128 + random.nextInt(41) - 20;
              return (int) Math.max(0, Math.min(255, row[x]));
            });
    double[] ofStreaks = markov.measure(streaks).orElseThrow();
    assertThat(ofStreaks[0]).isCloseTo(0.9 / (1 + 0.81), within(0.03));
    assertThat(ofStreaks[1]).isCloseTo(0, within(0.03));
  }

  /** What neighbors tell of smooth pictures is little, but determined. */
  @Test
  void smoothPicture_hasAMarkovField() {
    RgbImage smooth =
        painted(
            200,
            160,
            (x, y) -> (int) (128 + 60 * Math.sin(x / 31.0) * Math.cos(y / 23.0) + 30 * y / 160.0));
    double[] measured = MarkovTexture.standard().measure(smooth).orElseThrow();
    assertThat(measured[10]).isBetween(0.0, 1e-5);
  }

  /** Vectors of images shrunk to another size are others, and must not be taken from a cache. */
  @Test
  void parametersOfEveryFeature_tellTheSideThatIsKept() {
    ImageDecoder small = ImageDecoder.of(DecodeLimits.standard().withKeptSide(300));
    for (ImageMeasure measure :
        List.of(
            Cooccurrence.standard().decodedBy(small),
            LocalBinaryPatterns.standard().decodedBy(small),
            MarkovTexture.standard().decodedBy(small),
            EdgeOrientations.standard().decodedBy(small),
            OrientedGradients.standard().decodedBy(small),
            GaborTexture.standard().decodedBy(small),
            HuMoments.standard().decodedBy(small),
            ColorHistogram.hsv().decodedBy(small),
            CompositionFeature.standard().decodedBy(small),
            SpatialLayout.standard().decodedBy(small),
            SpatialPyramid.of(EdgeOrientations.standard().decodedBy(small)))) {
      assertThat(measure.spec().parameters()).contains(", kept side 300");
    }
  }

  @Test
  void vectorsOfAnyPainting_areFiniteAndSumUp() {
    RgbImage image = painted(90, 70, (x, y) -> (x * 31 + y * 17 + x * y) % 256);
    float sum = 0;
    for (float share : TestImages.encode(LocalBinaryPatterns.standard(), image)) {
      sum += share;
    }
    assertThat(sum).isCloseTo(1f, within(1e-5f));
    assertThat(TestImages.encode(OrientedGradients.standard(), image)).hasSize(1764);
    assertThat(TestImages.encode(MarkovTexture.standard(), image)).hasSize(11);
    assertThat(TestImages.encode(Cooccurrence.standard(), image)).hasSize(12);
  }
}
