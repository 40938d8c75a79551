package io.artrec.vision.composition;

import io.artrec.vision.image.LabPlanes;
import io.artrec.vision.image.RgbImage;
import java.util.Optional;

/**
 * The strongest horizontal division of an image, where there is one: the line that parts it in two
 * whose colors differ most.
 *
 * <p>The image is shrunk to a longest side of {@value #LONGEST_SIDE}. For each line between a tenth
 * and nine tenths of the height, the strength is the share of all variation in CIELAB that the mean
 * colors above and below explain, {@code n1 n2 / n^2 |m1 - m2|^2 / variance}, Otsu's criterion
 * (1979) applied to rows instead of levels. The line of the largest strength is a horizon from
 * {@value #LEAST} on; a gradual change has such a line as well. Nothing is known of what is shown:
 * a table's edge is a horizon like that of the sea.
 *
 * @param height place of the line from the top edge, 0.1 to 0.9
 * @param strength share of the variation that the division explains, {@value #LEAST} to 1
 */
public record Horizon(double height, double strength) {
  private static final int LONGEST_SIDE = 128;
  private static final double LEAST = 0.3;
  private static final double MARGIN = 0.1;
  private static final double NOISE = 1e-9;

  /**
   * Finds the horizon of an image.
   *
   * @param image the pixels
   * @return the horizon; empty when no horizontal line divides the image strongly
   */
  public static Optional<Horizon> of(RgbImage image) {
    LabPlanes lab = image.shrunkTo(LONGEST_SIDE).lab();
    int height = lab.height();
    double[][] sums = cumulatedRows(lab);
    double variation = variation(lab, sums[height]);
    if (variation < NOISE) {
      return Optional.empty();
    }
    double strongest = 0;
    int line = 0;
    for (int y = (int) Math.ceil(MARGIN * height); y <= (1 - MARGIN) * height; y++) {
      double strength = y == 0 ? 0 : between(sums, y) / variation;
      if (strength > strongest) {
        strongest = strength;
        line = y;
      }
    }
    return strongest >= LEAST
        ? Optional.of(new Horizon((double) line / height, Math.min(1, strongest)))
        : Optional.empty();
  }

  /** Returns the mean L*, a* and b* of the rows above each line, added up. */
  private static double[][] cumulatedRows(LabPlanes lab) {
    double[][] sums = new double[lab.height() + 1][];
    double[] sum = new double[3];
    sums[0] = sum.clone();
    for (int y = 0; y < lab.height(); y++) {
      for (int i = y * lab.width(); i < (y + 1) * lab.width(); i++) {
        sum[0] += lab.lightness(i) / lab.width();
        sum[1] += lab.a(i) / lab.width();
        sum[2] += lab.b(i) / lab.width();
      }
      sums[y + 1] = sum.clone();
    }
    return sums;
  }

  private static double variation(LabPlanes lab, double[] sums) {
    double squares = 0;
    for (int i = 0; i < lab.size(); i++) {
      squares += square(lab.lightness(i) - sums[0] / lab.height());
      squares += square(lab.a(i) - sums[1] / lab.height());
      squares += square(lab.b(i) - sums[2] / lab.height());
    }
    return squares / lab.size();
  }

  private static double between(double[][] sums, int line) {
    int height = sums.length - 1;
    double above = (double) line / height;
    double squares = 0;
    for (int channel = 0; channel < 3; channel++) {
      double meanAbove = sums[line][channel] / line;
      double meanBelow = (sums[height][channel] - sums[line][channel]) / (height - line);
      squares += square(meanAbove - meanBelow);
    }
    return above * (1 - above) * squares;
  }

  private static double square(double value) {
    return value * value;
  }
}
