package io.artrec.benchmarks;

import io.artrec.vision.color.ColorHistogram;
import io.artrec.vision.color.ColorMoments;
import io.artrec.vision.color.Palette;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.shape.CannyEdges;
import io.artrec.vision.shape.Gradients;
import io.artrec.vision.shape.HuMoments;
import io.artrec.vision.texture.Cooccurrence;
import io.artrec.vision.texture.GaborTexture;
import io.artrec.vision.texture.LocalBinaryPatterns;
import io.artrec.vision.texture.OrientedGradients;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many images of 512 × 512 pixels a second does each feature measure, by itself, from decoded
 * pixels?
 *
 * <p>Each operation makes a new image of the pixels, so that nothing that an image keeps is there
 * already; {@code image} is that alone, which is no part of a feature. Run with {@code -t 2} for
 * two threads with images of their own, and with {@code -prof gc} for the bytes allocated. What
 * OpenCV, scikit-image and SciPy need for the same definitions, or the nearest that they have, on
 * the same files, is measured by {@code benchmarks/src/main/python/image_features.py}; floors and
 * ratios stand in {@code docs/decisions/vision-speed.md}.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am compile exec:exec -Djmh.args="ImageFeatures"}, with
 * {@code -jvmArgsAppend -Dartrec.benchmark.images=FOLDER} on images of your own.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class ImageFeaturesBenchmark {
  private static final int SIDE = 512;

  private static final Map<String, Function<RgbImage, Object>> FEATURES =
      Map.ofEntries(
          Map.entry("image", image -> image),
          Map.entry("gray", RgbImage::gray),
          Map.entry("lab", RgbImage::lab),
          Map.entry("hsv-histogram", ColorHistogram.hsv()::measure),
          Map.entry("color-moments", ColorMoments.hsv()::measure),
          Map.entry("palette", image -> Palette.of(image, 5)),
          Map.entry("gabor", GaborTexture.standard()::measure),
          Map.entry("cooccurrence", image -> Cooccurrence.standard().measured(image)),
          Map.entry("binary-patterns", image -> LocalBinaryPatterns.standard().measured(image)),
          Map.entry("hog", OrientedGradients.standard()::measure),
          Map.entry("hog-vector", image -> OrientedGradients.standard().measured(image)),
          Map.entry("sobel", image -> Gradients.of(image.gray()).meanStrength()),
          Map.entry("canny", image -> CannyEdges.of(image.gray())),
          Map.entry("hu", HuMoments.standard()::measure));

  /** What is measured. */
  @Param({
    "image",
    "gray",
    "lab",
    "hsv-histogram",
    "color-moments",
    "palette",
    "gabor",
    "cooccurrence",
    "binary-patterns",
    "hog",
    "hog-vector",
    "sobel",
    "canny",
    "hu"
  })
  public String feature = "image";

  private Function<RgbImage, Object> measure = image -> image;
  private int[][] pixels = {};
  private int next;

  /**
   * Makes the images and checks what is fast against plain loops.
   *
   * @throws IOException when the folder of images cannot be read
   */
  @Setup
  public void prepare() throws IOException {
    Function<RgbImage, Object> found = FEATURES.get(feature);
    if (found == null) {
      throw new IllegalArgumentException(
          "feature is '" + feature + "', expected one of " + FEATURES.keySet());
    }
    measure = found;
    pixels = BenchmarkImages.all(SIDE).stream().map(BenchmarkImages::pixels).toArray(int[][]::new);
    for (int[] image : pixels) {
      check(RgbImage.of(SIDE, SIDE, image));
    }
  }

  private static void check(RgbImage image) {
    double[] shares = new double[256];
    double value = 0;
    for (int i = 0; i < image.size(); i++) {
      int max =
          Math.max(image.rgb(i) >> 16, Math.max(image.rgb(i) >> 8 & 0xFF, image.rgb(i) & 0xFF));
      shares[Math.min(3, max * 4 / 255)] += 1.0 / image.size();
      value += max / (255.0 * image.size());
    }
    double[] histogram = ColorHistogram.hsv().measure(image);
    for (int bin = 0; bin < 4; bin++) {
      double sum = 0;
      for (int i = bin; i < histogram.length; i += 4) {
        sum += histogram[i];
      }
      expect("share of value " + bin, sum, shares[bin]);
    }
    expect("mean of value", ColorMoments.hsv().measure(image)[6], value);
    expect("mean gradient", Gradients.of(image.gray()).meanStrength(), gradient(image));
    double[] pairs = Cooccurrence.standard().measure(image, 1).orElseThrow();
    expect("contrast", pairs[0], contrast(image));
  }

  private static double gradient(RgbImage image) {
    double sum = 0;
    for (int i = 0; i < image.size(); i++) {
      double across = 0;
      double down = 0;
      for (int k = -1; k <= 1; k++) {
        int weight = k == 0 ? 2 : 1;
        int x = i % SIDE;
        int y = i / SIDE;
        across += weight * (gray(image, x + 1, y + k) - gray(image, x - 1, y + k)) / 4;
        down += weight * (gray(image, x + k, y + 1) - gray(image, x + k, y - 1)) / 4;
      }
      sum += Math.sqrt((across * across + down * down) / 2);
    }
    return sum / image.size();
  }

  private static double gray(RgbImage image, int x, int y) {
    int rgb = image.rgb(Math.max(0, Math.min(SIDE - 1, x)), Math.max(0, Math.min(SIDE - 1, y)));
    return (0.2125 * (rgb >> 16) + 0.7154 * (rgb >> 8 & 0xFF) + 0.0721 * (rgb & 0xFF)) / 255;
  }

  private static double contrast(RgbImage image) {
    double sum = 0;
    for (int[] step : new int[][] {{1, 0}, {1, 1}, {0, 1}, {-1, 1}}) {
      double squares = 0;
      int count = 0;
      for (int i = 0; i < image.size(); i++) {
        int x = i % SIDE + step[0];
        int y = i / SIDE + step[1];
        if (x >= 0 && x < SIDE && y < SIDE) {
          int apart = level(image, i % SIDE, i / SIDE) - level(image, x, y);
          squares += apart * apart;
          count++;
        }
      }
      sum += squares / count / 4;
    }
    return sum;
  }

  private static int level(RgbImage image, int x, int y) {
    return (int) (gray(image, x, y) * 255 + 1e-9) / 8;
  }

  private static void expect(String what, double actual, double expected) {
    if (!(Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)))) {
      throw new IllegalStateException(what + " is " + actual + ", expected " + expected);
    }
  }

  /**
   * Measures the next image.
   *
   * @return what the feature says
   */
  @Benchmark
  public Object measure() {
    int[] image = pixels[next];
    next = (next + 1) % pixels.length;
    return measure.apply(RgbImage.of(SIDE, SIDE, image));
  }
}
