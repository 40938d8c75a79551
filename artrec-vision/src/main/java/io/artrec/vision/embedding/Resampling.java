package io.artrec.vision.embedding;

import io.artrec.vision.image.RgbImage;

/**
 * Resizes an image as Pillow's {@code Image.resize} does, bit for bit: first rows, then columns,
 * each with weights of 22 bits and a result of 8. Computes a part of the result alone, so that a
 * line of pixels that a short side makes thousands long costs no more than what is kept of it.
 *
 * <p>A result at {@code i} of {@code n} is the mean of the pixels around {@code c = (i + 0.5) · s},
 * {@code s} being old by new length, weighted by {@code f((x + 0.5 - c) / max(s, 1))}, from {@code
 * ⌊c - r + 0.5⌋} to before {@code ⌊c + r + 0.5⌋} with {@code r = reach · max(s, 1)}.
 */
final class Resampling {
  private static final int BITS = 22;

  private final Interpolation interpolation;

  Resampling(Interpolation interpolation) {
    this.interpolation = interpolation;
  }

  /** A stretch of one side of the resized image. */
  record Span(int length, int from, int count) {}

  /**
   * Resizes.
   *
   * @param image the image
   * @param across the new width, and which columns are wanted
   * @param down the new height, and which rows are wanted
   * @return the wanted part, {@code 0xRRGGBB} row by row
   */
  int[] resize(RgbImage image, Span across, Span down) {
    Weights columns = weights(image.width(), across);
    Weights rows = weights(image.height(), down);
    int above = rows.first[0];
    int lowest = down.count() - 1;
    int below = rows.first[lowest] + rows.values[lowest].length;
    int[] narrow = new int[(below - above) * across.count()];
    for (int y = above; y < below; y++) {
      for (int x = 0; x < across.count(); x++) {
        narrow[(y - above) * across.count() + x] =
            mean(image, y * image.width() + columns.first[x], columns.values[x]);
      }
    }
    int[] resized = new int[down.count() * across.count()];
    for (int y = 0; y < down.count(); y++) {
      int from = (rows.first[y] - above) * across.count();
      for (int x = 0; x < across.count(); x++) {
        resized[y * across.count() + x] = mean(narrow, from + x, across.count(), rows.values[y]);
      }
    }
    return resized;
  }

  private static int mean(RgbImage image, int from, int[] weights) {
    int red = 1 << (BITS - 1);
    int green = red;
    int blue = red;
    for (int i = 0; i < weights.length; i++) {
      int rgb = image.rgb(from + i);
      red += (rgb >> 16) * weights[i];
      green += (rgb >> 8 & 0xFF) * weights[i];
      blue += (rgb & 0xFF) * weights[i];
    }
    return byteOf(red) << 16 | byteOf(green) << 8 | byteOf(blue);
  }

  private static int mean(int[] pixels, int from, int step, int[] weights) {
    int red = 1 << (BITS - 1);
    int green = red;
    int blue = red;
    for (int i = 0; i < weights.length; i++) {
      int rgb = pixels[from + i * step];
      red += (rgb >> 16) * weights[i];
      green += (rgb >> 8 & 0xFF) * weights[i];
      blue += (rgb & 0xFF) * weights[i];
    }
    return byteOf(red) << 16 | byteOf(green) << 8 | byteOf(blue);
  }

  private static int byteOf(int sum) {
    return Math.max(0, Math.min(255, sum >> BITS));
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
  private record Weights(int[] first, int[][] values) {}

  private Weights weights(int old, Span span) {
    double scale = (double) old / span.length();
    double spread = Math.max(scale, 1);
    double reach = interpolation.reach() * spread;
    int[] first = new int[span.count()];
    int[][] values = new int[span.count()][];
    for (int i = 0; i < span.count(); i++) {
      double center = (span.from() + i + 0.5) * scale;
      first[i] = Math.max(0, (int) (center - reach + 0.5));
      int end = Math.min(old, (int) (center + reach + 0.5));
      values[i] = fixed(center, spread, first[i], new double[end - first[i]]);
    }
    return new Weights(first, values);
  }

  private int[] fixed(double center, double spread, int first, double[] weights) {
    double sum = 0;
    double step = 1 / spread;
    for (int x = 0; x < weights.length; x++) {
      weights[x] = interpolation.weight((x + first - center + 0.5) * step);
      sum += weights[x];
    }
    int[] fixed = new int[weights.length];
    for (int x = 0; x < fixed.length; x++) {
      double share = sum == 0 ? weights[x] : weights[x] / sum;
      fixed[x] = (int) (share * (1 << BITS) + (share < 0 ? -0.5 : 0.5));
    }
    return fixed;
  }
}
