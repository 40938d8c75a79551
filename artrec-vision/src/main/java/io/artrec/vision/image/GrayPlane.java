package io.artrec.vision.image;

import java.util.Arrays;
import java.util.Objects;

/**
 * The luminance of an image in [0, 1], row-major: {@code 0.2125 R + 0.7154 G + 0.0721 B} of the
 * sRGB values over 255. Immutable and thread-safe.
 */
public final class GrayPlane {
  private static final double[] RED = new double[256];
  private static final double[] GREEN = new double[256];
  private static final double[] BLUE = new double[256];

  static {
    Arrays.setAll(RED, level -> 0.2125 * level / 255);
    Arrays.setAll(GREEN, level -> 0.7154 * level / 255);
    Arrays.setAll(BLUE, level -> 0.0721 * level / 255);
  }

  private final int width;
  private final int height;
  private final double[] values;

  private GrayPlane(int width, int height, double[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  /** Returns the luminance of an image as it is. */
  static GrayPlane of(RgbImage image) {
    return of(image, Math.max(image.width(), image.height()));
  }

  /**
   * Returns the luminance of an image, its longest side at most the given one.
   *
   * @param image the pixels
   * @param longestSide the longest side wanted, 1 or more: larger images are shrunk to it by area
   *     averaging of the luminance
   * @return the plane
   */
  public static GrayPlane of(RgbImage image, int longestSide) {
    if (longestSide < 1) {
      throw new IllegalArgumentException("longest side is " + longestSide + ", expected 1 or more");
    }
    int width = image.width();
    int height = image.height();
    int longest = Math.max(width, height);
    if (longest <= longestSide) {
      double[] values = new double[image.size()];
      luminance(image, 0, values);
      return new GrayPlane(width, height, values);
    }
    int newWidth = AreaAverage.scaled(width, longest, longestSide);
    int newHeight = AreaAverage.scaled(height, longest, longestSide);
    AreaAverage average = new AreaAverage(width, height, newWidth, newHeight);
    double[] values = new double[newWidth * newHeight];
    double[] row = new double[width];
    int done = 0;
    for (int y = 0; y < height; y++) {
      luminance(image, y * width, row);
      done += average.add(row, values, done) ? newWidth : 0;
    }
    return new GrayPlane(newWidth, newHeight, values);
  }

  private static void luminance(RgbImage image, int offset, double[] values) {
    for (int i = 0; i < values.length; i++) {
      int rgb = image.rgb(offset + i);
      values[i] = RED[rgb >> 16] + GREEN[rgb >> 8 & 0xFF] + BLUE[rgb & 0xFF];
    }
  }

  /**
   * Returns the width.
   *
   * @return values per row, 1 or more
   */
  public int width() {
    return width;
  }

  /**
   * Returns the height.
   *
   * @return rows, 1 or more
   */
  public int height() {
    return height;
  }

  /**
   * Returns one value by its row-major position.
   *
   * @param index {@code y * width + x}
   * @return the luminance, 0 to 1
   */
  public double value(int index) {
    return values[index];
  }

  /**
   * Copies one row.
   *
   * @param y the row from the top, from 0
   * @param target receives the luminance, 0 to 1, from its start; as long as a row or longer
   */
  public void copyRow(int y, double[] target) {
    System.arraycopy(values, Objects.checkIndex(y, height) * width, target, 0, width);
  }

  /**
   * Returns all values.
   *
   * @return a copy, row-major, 0 to 1 each
   */
  public double[] toArray() {
    return values.clone();
  }

  /**
   * {@return this plane brought to exactly the given sides, proportions not kept: each new value is
   * the mean of the rectangle that it covers, values covered in part counting in part}
   *
   * @param newWidth values per row, 1 or more
   * @param newHeight rows, 1 or more
   */
  public GrayPlane stretchedTo(int newWidth, int newHeight) {
    if (newWidth < 1 || newHeight < 1) {
      throw new IllegalArgumentException(
          "a gray plane is to be stretched to "
              + newWidth
              + " x "
              + newHeight
              + ", expected 1 or more each");
    }
    double[] stretched = new double[newWidth * newHeight];
    double[] row = new double[width];
    double[] sums = new double[width];
    double scale = (double) height / newHeight;
    for (int i = 0; i < newHeight; i++) {
      double top = i * scale;
      double bottom = i == newHeight - 1 ? height : (i + 1) * scale;
      Arrays.fill(sums, 0);
      for (int y = (int) top; y < bottom; y++) {
        copyRow(y, row);
        add(row, (Math.min(bottom, y + 1) - Math.max(top, y)) / (bottom - top), sums);
      }
      stretch(sums, stretched, i * newWidth, newWidth);
    }
    return new GrayPlane(newWidth, newHeight, stretched);
  }

  private static void add(double[] row, double weight, double[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weight * row[x];
    }
  }

  private static void stretch(double[] from, double[] to, int at, int newSize) {
    double scale = (double) from.length / newSize;
    for (int i = 0; i < newSize; i++) {
      double low = i * scale;
      double high = i == newSize - 1 ? from.length : (i + 1) * scale;
      double sum = 0;
      for (int k = (int) low; k < high; k++) {
        sum += (Math.min(high, k + 1) - Math.max(low, k)) * from[k];
      }
      to[at + i] = sum / (high - low);
    }
  }

  @Override
  public String toString() {
    return "GrayPlane[" + width + " x " + height + "]";
  }
}
