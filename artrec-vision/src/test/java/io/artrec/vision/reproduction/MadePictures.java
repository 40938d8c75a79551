package io.artrec.vision.reproduction;

import io.artrec.vision.image.RgbImage;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Pictures of soft spots, large and small, and what becomes of them in reproduction. */
final class MadePictures {
  private static final int SPOTS = 60;

  private MadePictures() {}

  static RgbImage of(long seed, int width, int height) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] sums = new double[3][width * height];
    for (int spot = 0; spot < SPOTS; spot++) {
      double x = random.nextDouble() * width;
      double y = random.nextDouble() * height;
      double radius = (0.02 + 0.2 * Math.pow(random.nextDouble(), 3)) * width;
      double[] color = {
        random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1)
      };
      for (int i = 0; i < width * height; i++) {
        int row = i / width;
        double across = (i % width - x) / radius;
        double down = (row - y) / radius;
        double weight = Math.exp(-across * across - down * down);
        for (int c = 0; c < 3; c++) {
          sums[c][i] += weight * color[c];
        }
      }
    }
    return RgbImage.of(
        width,
        height,
        IntStream.range(0, width * height)
            .map(i -> level(sums[0][i]) << 16 | level(sums[1][i]) << 8 | level(sums[2][i]))
            .toArray());
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, 127 + 70 * value));
  }

  static RgbImage gray(RgbImage image) {
    return RgbImage.of(
        image.width(),
        image.height(),
        IntStream.range(0, image.size())
            .map(i -> (int) Math.round(255 * image.gray().value(i)) * 0x010101)
            .toArray());
  }

  static RgbImage part(RgbImage image, int left, int top, int width, int height) {
    return RgbImage.of(
        width,
        height,
        IntStream.range(0, width * height)
            .map(i -> image.rgb(left + i % width, top + i / width))
            .toArray());
  }
}
