package io.artrec.vision.reproduction;

import io.artrec.vision.image.RgbImage;
import java.util.Arrays;

/** The flat bars at the sides of an image, as {@link Reproduction} describes them. Immutable. */
final class Bars {
  private static final double LEAST = 0.01;
  private static final double MOST = 0.4;
  private static final int NEUTRAL = 16;
  private static final int FLAT = 12;
  private static final double STRAYS = 0.02;
  private static final double EDGE = 0.5;

  /** JPEG files disturb flat blocks that an edge runs through. */
  private static final int DISTURBED = 8;

  private final boolean rows;
  private final boolean columns;
  private final RgbImage inside;

  private Bars(boolean rows, boolean columns, RgbImage inside) {
    this.rows = rows;
    this.columns = columns;
    this.inside = inside;
  }

  static Bars of(RgbImage image) {
    int[] rows = new Lines(image, false, 0, image.width()).between();
    int[] columns = new Lines(image, true, rows[0], rows[1]).between();
    boolean hasRows = rows[1] - rows[0] < image.height();
    boolean hasColumns = columns[1] - columns[0] < image.width();
    return new Bars(
        hasRows,
        hasColumns,
        hasRows || hasColumns ? part(image, columns[0], rows[0], columns[1], rows[1]) : image);
  }

  boolean areThere() {
    return rows || columns;
  }

  boolean isBorder() {
    return rows && columns;
  }

  RgbImage inside() {
    return inside;
  }

  private static RgbImage part(RgbImage image, int left, int top, int right, int bottom) {
    int[] pixels = new int[(right - left) * (bottom - top)];
    int at = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        pixels[at++] = image.rgb(y * image.width() + x);
      }
    }
    return RgbImage.of(right - left, bottom - top, pixels);
  }

  /**
   * The rows of an image, or its columns, of which the pixels in a range count.
   *
   * @param image the pixels
   * @param columns whether lines are columns
   * @param from the first pixel of each line that counts
   * @param to the end of these
   */
  private record Lines(RgbImage image, boolean columns, int from, int to) {
    private int count() {
      return columns ? image.width() : image.height();
    }

    private int rgb(int line, int at) {
      return columns ? image.rgb(at * image.width() + line) : image.rgb(line * image.width() + at);
    }

    /** Returns the first line that belongs to the work and the end of those that do. */
    int[] between() {
      int first = bar(0, 1);
      int last = bar(count() - 1, -1);
      return first > 0 && last > 0 ? new int[] {first, count() - last} : new int[] {0, count()};
    }

    /** Returns how many lines from the one given the bar has, 0 when there is none. */
    private int bar(int start, int step) {
      int[] color = mean(start);
      int most = Arrays.stream(color).max().orElseThrow();
      int least = Arrays.stream(color).min().orElseThrow();
      int limit = (int) (MOST * count());
      int lines = 0;
      while (most - least <= NEUTRAL
          && lines < limit
          && straying(start + lines * step, color) <= STRAYS) {
        lines++;
      }
      for (int line = lines; line < Math.min(lines + DISTURBED, limit); line++) {
        if (straying(start + line * step, color) >= EDGE) {
          return line >= Math.max(2, LEAST * count()) ? line : 0;
        }
      }
      return 0;
    }

    private int[] mean(int line) {
      long[] sums = new long[3];
      for (int at = from; at < to; at++) {
        int rgb = rgb(line, at);
        sums[0] += rgb >> 16;
        sums[1] += rgb >> 8 & 0xFF;
        sums[2] += rgb & 0xFF;
      }
      return Arrays.stream(sums)
          .mapToInt(sum -> (int) ((sum + (to - from) / 2) / (to - from)))
          .toArray();
    }

    /** Returns the share of a line's pixels that differ from a color. */
    private double straying(int line, int[] color) {
      int strays = 0;
      for (int at = from; at < to; at++) {
        int rgb = rgb(line, at);
        if (Math.abs((rgb >> 16) - color[0]) > FLAT
            || Math.abs((rgb >> 8 & 0xFF) - color[1]) > FLAT
            || Math.abs((rgb & 0xFF) - color[2]) > FLAT) {
          strays++;
        }
      }
      return (double) strays / (to - from);
    }
  }
}
