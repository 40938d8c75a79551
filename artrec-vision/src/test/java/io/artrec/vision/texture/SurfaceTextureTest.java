package io.artrec.vision.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.feature.DerivedEncoder;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vision.image.DecodeLimits;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurfaceTextureTest {
  @Test
  void whitening_ofOneDimension_isTheDistanceFromTheMeanInDeviations() {
    Whitening whitening = Whitening.fit(List.of(new double[] {1}, new double[] {5}), 1);
    float[] to = new float[2];

    whitening.apply(new double[] {5}, to, 1);

    assertThat(to).containsExactly(0f, 1f);
  }

  /** Deviations of 3 and 1: variances 9 and 1, shrunk by a tenth of their mean to 9.5 and 1.5. */
  @Test
  void whitening_ofTwoDirections_dividesByTheRootsOfTheShrunkVariances() {
    List<double[]> rows =
        List.of(
            new double[] {3, 1}, new double[] {-3, 1}, new double[] {3, -1}, new double[] {-3, -1});
    Whitening whitening = Whitening.fit(rows, 2);
    float[] to = new float[2];

    whitening.apply(rows.get(0), to, 0);

    double scale = Math.sqrt(9 / 9.5 + 1 / 1.5);
    assertThat(to[0]).isCloseTo((float) (3 / Math.sqrt(9.5) / scale), within(1e-6f));
    assertThat(to[1]).isCloseTo((float) (1 / Math.sqrt(1.5) / scale), within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whitenedRows_haveMeanZeroAndUnitMeanSquare_andDirectionsThatVaryAlikeStayAlike(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> rows = new ArrayList<>();
    for (int n = 0; n < 200; n++) {
      double common = random.nextGaussian() * 5;
      rows.add(
          new double[] {
            common + random.nextGaussian(), common + random.nextGaussian(), random.nextGaussian()
          });
    }
    Whitening whitening = Whitening.fit(rows, 3);
    double[] sums = new double[3];
    double squares = 0;
    double together = 0;
    float[] to = new float[3];
    for (double[] row : rows) {
      whitening.apply(row, to, 0);
      for (int i = 0; i < 3; i++) {
        sums[i] += to[i];
        squares += to[i] * to[i];
      }
      together += to[0] * to[1];
    }
    assertThat(sums).containsExactly(new double[3], within(1e-4));
    assertThat(squares / rows.size()).isCloseTo(1, within(1e-5));
    assertThat(together / rows.size()).as("covariance").isBetween(0.0, 0.25);
  }

  @Test
  void nearestOfEachSurface_isOfItsKind_atAnyContrast() {
    SplittableRandom random = new SplittableRandom(4);
    List<IntBinaryOperator> kinds =
        List.of(
            (x, y) -> (x / 5 + y / 5) % 2,
            (x, y) -> (x + y) / 3 % 2,
            (x, y) -> x * x / 7 % 2 ^ y * y / 9 % 2,
            (x, y) -> y / 6 % 2);
    RgbImage[] images = new RgbImage[32];
    for (int i = 0; i < images.length; i++) {
      int shift = random.nextInt(20);
      IntBinaryOperator kind = kinds.get(i / 8);
      images[i] = painted(random.nextInt(40, 200), (x, y) -> kind.applyAsInt(x + shift, y));
    }

    List<Optional<float[]>> vectors = encoded(images);

    for (int i = 0; i < images.length; i++) {
      int nearest = -1;
      double most = -2;
      for (int j = 0; j < images.length; j++) {
        double cosine = cosine(vectors.get(i).orElseThrow(), vectors.get(j).orElseThrow());
        if (j != i && cosine > most) {
          most = cosine;
          nearest = j;
        }
      }
      assertThat(nearest / 8).as("kind of the nearest of %s", i).isEqualTo(i / 8);
    }
  }

  @Test
  void worksThatDoNotDiffer_haveNone() {
    RgbImage image = painted(90, (x, y) -> x / 4 % 2);
    assertThat(encoded(image, image, image)).containsOnly(Optional.empty());
  }

  @Test
  void spec_namesWhatItStandsOn() {
    ImageDecoder small = ImageDecoder.of(DecodeLimits.standard().withKeptSide(300));
    assertThat(SurfaceTexture.standard().decodedBy(small).spec().parameters())
        .contains("radii 1 2 3", "longest side 256", "kept side 300");
    assertThat(SurfaceTexture.standard().spec().facet()).isEqualTo("texture");
  }

  private static List<Optional<float[]>> encoded(RgbImage... images) {
    SurfaceTexture texture = SurfaceTexture.standard();
    FeatureMatrix.Builder patterns = FeatureMatrix.builder(images.length, 54);
    FeatureMatrix.Builder filters = FeatureMatrix.builder(images.length, 24);
    for (int i = 0; i < images.length; i++) {
      patterns.set(i, narrow(LocalBinaryPatterns.standard().measured(images[i]).orElseThrow()));
      filters.set(i, narrow(GaborTexture.standard().measured(images[i]).orElseThrow()));
    }
    List<FeatureMatrix> inputs = List.of(patterns.build(), filters.build());
    DerivedEncoder encoder = texture.fit(inputs);
    List<Optional<float[]>> vectors = new ArrayList<>();
    for (int i = 0; i < images.length; i++) {
      vectors.add(encoder.encode(List.of(inputs.get(0).row(i), inputs.get(1).row(i))));
    }
    return vectors;
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  private static RgbImage painted(int contrast, IntBinaryOperator pattern) {
    SplittableRandom random = new SplittableRandom(contrast);
    int[] pixels = new int[96 * 96];
    for (int i = 0; i < pixels.length; i++) {
      int level = 30 + contrast * pattern.applyAsInt(i % 96, i / 96) + random.nextInt(8);
      pixels[i] = 0x010101 * level;
    }
    return RgbImage.of(96, 96, pixels);
  }

  private static double cosine(float[] one, float[] other) {
    double product = 0;
    double square = 0;
    double otherSquare = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
      square += one[i] * one[i];
      otherSquare += other[i] * other[i];
    }
    return product / Math.sqrt(square * otherSquare);
  }
}
