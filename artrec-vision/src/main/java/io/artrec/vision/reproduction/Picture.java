package io.artrec.vision.reproduction;

import io.artrec.vision.image.GrayPlane;
import io.artrec.vision.image.RgbImage;
import java.util.Optional;

/**
 * A picture as {@link SameArtworks} compares it: its luminance at a shorter side of {@value #SIDE}
 * at most, and the hash of the square in its middle. Immutable.
 */
final class Picture {
  static final int SIDE = 128;

  /** Into how many cells a square is divided to be hashed. */
  static final int HASHED = 16;

  private static final int COMPARED = 32;
  private static final int BLOCK = 4;
  private static final double FLAT = 0.02;
  private static final CosineBits BITS = new CosineBits(HASHED);

  private final Averages averages;
  private final long pixels;
  private final boolean colored;
  private final Optional<Long> hash;
  private final double[] whole;
  private final double[] details;

  private Picture(RgbImage image, boolean colored) {
    this.colored = colored;
    pixels = image.size();
    int longest = Math.max(image.width(), image.height());
    int shortest = Math.min(image.width(), image.height());
    int side =
        Math.max(1, (int) Math.round((double) longest * Math.min(SIDE, shortest) / shortest));
    averages = new Averages(GrayPlane.of(image, side));
    double square = Math.min(averages.width(), averages.height());
    hash = hashAt(centerX() - square / 2, centerY() - square / 2, square);
    whole = averages.grid(0, 0, averages.width(), averages.height(), COMPARED);
    details = withoutBlocks(whole);
  }

  static Picture of(RgbImage image) {
    Reproduction reproduction = Reproduction.of(image);
    return new Picture(reproduction.work(), reproduction.showsColors());
  }

  double width() {
    return averages.width();
  }

  double height() {
    return averages.height();
  }

  double shorterSide() {
    return Math.min(width(), height());
  }

  double centerX() {
    return width() / 2;
  }

  double centerY() {
    return height() / 2;
  }

  /** How many pixels the image has in which it was found. */
  long pixels() {
    return pixels;
  }

  boolean isColored() {
    return colored;
  }

  /** The hash of the square in the middle; empty when nothing is to be seen in it. */
  Optional<Long> hash() {
    return hash;
  }

  /** Returns the hash of a square; empty when nothing is to be seen in it. */
  Optional<Long> hashAt(double left, double top, double side) {
    double[] grid = averages.grid(left, top, side, side, HASHED);
    return deviation(grid) < FLAT ? Optional.empty() : Optional.of(BITS.of(grid));
  }

  /** Returns the correlation of this whole picture with a rectangle of another. */
  double correlation(Picture other, double left, double top, double width, double height) {
    return correlation(whole, other.averages.grid(left, top, width, height, COMPARED));
  }

  /** Returns the correlation of the same in what is smaller than an eighth of the picture. */
  double correlationOfDetails(Picture other, double left, double top, double width, double height) {
    return correlation(
        details, withoutBlocks(other.averages.grid(left, top, width, height, COMPARED)));
  }

  /** Returns the cells less the mean of their block of 4 × 4. */
  private static double[] withoutBlocks(double[] cells) {
    double[] means = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      means[block(i)] += cells[i] / (BLOCK * BLOCK);
    }
    double[] details = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      details[i] = cells[i] - means[block(i)];
    }
    return details;
  }

  private static int block(int cell) {
    return cell / COMPARED / BLOCK * COMPARED + cell % COMPARED / BLOCK;
  }

  private static double deviation(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  private static double correlation(double[] one, double[] other) {
    double meanOne = 0;
    double meanOther = 0;
    for (int i = 0; i < one.length; i++) {
      meanOne += one[i] / one.length;
      meanOther += other[i] / one.length;
    }
    double product = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int i = 0; i < one.length; i++) {
      product += (one[i] - meanOne) * (other[i] - meanOther);
      squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
      squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
    }
    double scale = Math.sqrt(squaresOne * squaresOther);
    return scale > 0 ? product / scale : 0;
  }
}
