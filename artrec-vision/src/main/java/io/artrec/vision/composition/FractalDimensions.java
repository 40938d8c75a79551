package io.artrec.vision.composition;

import java.util.Arrays;

/** How an image fills its plane, and its gray levels the space above it, by counting boxes. */
final class FractalDimensions {
  private static final int SMALLEST = 6;

  private FractalDimensions() {}

  static void measure(GrayLevels gray, Readings readings) {
    flat(gray, readings);
    raised(gray, readings);
  }

  /**
   * Spehar, Clifford, Newell and Taylor 2003, as written in the Aesthetics Toolbox: the image is
   * squeezed to a square and cut at its mean; squares that are wholly dark leave the count as those
   * wholly light do, so that outlines are counted.
   */
  private static void flat(GrayLevels gray, Readings readings) {
    int side = Math.min(gray.width(), gray.height());
    GrayLevels square = Resampling.BICUBIC.resize(gray, side, side);
    double mean = square.mean();
    boolean[] cells = new boolean[side * side];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = square.levels()[i] < mean;
    }
    double[] x = new double[Integer.SIZE];
    double[] y = new double[Integer.SIZE];
    int count = 0;
    while (side > SMALLEST) {
      x[count] = Math.log(side);
      y[count] = Math.log(filled(cells));
      count++;
      cells = halved(cells, side);
      side /= 2;
    }
    if (count > 2) {
      Line line = Line.fit(Arrays.copyOfRange(x, 1, count), Arrays.copyOfRange(y, 1, count));
      readings.put(CompositionProperty.FRACTAL_DIMENSION_2D, line.slope());
    }
  }

  private static int filled(boolean[] cells) {
    int filled = 0;
    for (boolean cell : cells) {
      filled += cell ? 1 : 0;
    }
    return filled;
  }

  private static boolean[] halved(boolean[] cells, int side) {
    int half = side / 2;
    boolean[] halved = new boolean[half * half];
    for (int y = 0; y < half; y++) {
      for (int x = 0; x < half; x++) {
        int at = 2 * y * side + 2 * x;
        int filled =
            (cells[at] ? 1 : 0)
                + (cells[at + 1] ? 1 : 0)
                + (cells[at + side] ? 1 : 0)
                + (cells[at + side + 1] ? 1 : 0);
        halved[y * half + x] = filled > 0 && filled < 4;
      }
    }
    return halved;
  }

  /**
   * Mather 2018: boxes over the gray levels of the largest central square of a power of two.
   * Columns of boxes overlap by one pixel and rows do not, as in the original.
   */
  private static void raised(GrayLevels gray, Readings readings) {
    int side = Integer.highestOneBit(Math.min(gray.width(), gray.height()));
    int left = (int) Math.rint((gray.width() - side) / 2.0);
    int top = (int) Math.rint((gray.height() - side) / 2.0);
    GrayLevels square = gray.crop(left, top, side, side);
    int exponent = Integer.numberOfTrailingZeros(side);
    int smallest = 1 << ((exponent + 2) / 3);
    int largest = Math.max(smallest, 2);
    while (over(side, largest) + 1 <= over(side, largest - 1)) {
      largest++;
    }
    int sizes = (largest - smallest) / 2 + 1;
    double[] x = new double[sizes];
    double[] y = new double[sizes];
    for (int i = 0; i < sizes; i++) {
      int box = smallest + 2 * i;
      x[i] = -Math.log(box);
      y[i] = Math.log((double) boxes(square, box));
    }
    if (sizes > 1) {
      readings.put(CompositionProperty.FRACTAL_DIMENSION_3D, Line.fit(x, y).slope());
    }
  }

  private static int over(int side, int box) {
    return (side + box - 1) / box;
  }

  private static long boxes(GrayLevels square, int box) {
    int side = square.width();
    long boxes = 0;
    for (int top = 0; top < side - box - 1; top += box) {
      for (int left = 0; left < side - box; left += Math.max(1, box - 1)) {
        int range = range(square, left, top, box);
        boxes += range == 0 ? 1 : over(range * side, box);
      }
    }
    return boxes;
  }

  private static int range(GrayLevels square, int left, int top, int box) {
    int[] levels = square.levels();
    int least = 255;
    int most = 0;
    for (int y = top; y < top + box; y++) {
      int row = y * square.width() + left;
      for (int i = row; i < row + box; i++) {
        least = Math.min(least, levels[i]);
        most = Math.max(most, levels[i]);
      }
    }
    return most - least;
  }
}
