package io.artrec.vision.color;

import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;
import java.util.Arrays;

/**
 * The colors of an image, those of one cell of 8 × 8 × 8 levels as their mean, with the number of
 * their pixels; in the order of the cells.
 */
final class WeightedColors {
  private static final int CELLS = 1 << 15;

  private final CieLab[] colors;
  private final double[] weights;

  private WeightedColors(CieLab[] colors, double[] weights) {
    this.colors = colors;
    this.weights = weights;
  }

  static WeightedColors of(RgbImage image) {
    int[] counts = new int[CELLS];
    long[] reds = new long[CELLS];
    long[] greens = new long[CELLS];
    long[] blues = new long[CELLS];
    for (int i = 0; i < image.size(); i++) {
      int rgb = image.rgb(i);
      int cell = (rgb >> 19) << 10 | (rgb >> 11 & 0x1F) << 5 | (rgb >> 3 & 0x1F);
      counts[cell]++;
      reds[cell] += rgb >> 16;
      greens[cell] += rgb >> 8 & 0xFF;
      blues[cell] += rgb & 0xFF;
    }
    int used = (int) Arrays.stream(counts).filter(count -> count > 0).count();
    CieLab[] colors = new CieLab[used];
    double[] weights = new double[used];
    int at = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      int count = counts[cell];
      if (count > 0) {
        int half = count / 2;
        long red = (reds[cell] + half) / count;
        long green = (greens[cell] + half) / count;
        long blue = (blues[cell] + half) / count;
        colors[at] = CieLab.of((int) (red << 16 | green << 8 | blue));
        weights[at++] = count;
      }
    }
    return new WeightedColors(colors, weights);
  }

  /** Returns how many colors there are. */
  int size() {
    return colors.length;
  }

  CieLab color(int index) {
    return colors[index];
  }

  /** Returns the number of pixels of a color. */
  double weight(int index) {
    return weights[index];
  }
}
