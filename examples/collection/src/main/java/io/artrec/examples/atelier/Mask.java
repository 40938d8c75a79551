package io.artrec.examples.atelier;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/**
 * How much of each pixel a shape covers, exactly for polygons. Computed here and not by a renderer,
 * whose pixels differ between JDKs. Parts of a shape that overlap cover once.
 */
final class Mask {
  private final int left;
  private final int top;
  private final int columns;
  private final int rows;
  private final float[] cover;

  private Mask(int left, int top, int columns, int rows) {
    this.left = left;
    this.top = top;
    this.columns = columns;
    this.rows = rows;
    cover = new float[columns * rows];
  }

  /** Returns the mask of a shape on a surface, whose unit its coordinates have. */
  static Mask of(Shape shape, Surface surface) {
    double scale = surface.scale();
    double flatness = 0.2 / scale;
    double[] bounds = Outline.bounds(shape, flatness);
    int left = (int) Math.max(-4096, Math.floor(bounds[0] * scale) - 1);
    int top = (int) Math.max(0, Math.floor(bounds[1] * scale));
    int right = (int) Math.min(8192, Math.ceil(bounds[2] * scale) + 2);
    int bottom = (int) Math.min(surface.rows(), Math.ceil(bounds[3] * scale) + 1);
    Mask mask = new Mask(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    mask.trace(shape.getPathIterator(null, flatness), scale);
    mask.gather();
    return mask;
  }

  int left() {
    return left;
  }

  int top() {
    return top;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  double at(int column, int row) {
    int x = column - left;
    int y = row - top;
    return x < 0 || y < 0 || x >= columns || y >= rows ? 0 : cover[y * columns + x];
  }

  private void trace(PathIterator path, double scale) {
    double[] point = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(point);
      double nextX = kind == PathIterator.SEG_CLOSE ? startX : point[0] * scale - left;
      double nextY = kind == PathIterator.SEG_CLOSE ? startY : point[1] * scale - top;
      if (kind == PathIterator.SEG_MOVETO) {
        line(x, y, startX, startY);
        startX = nextX;
        startY = nextY;
      } else {
        line(x, y, nextX, nextY);
      }
      x = nextX;
      y = nextY;
    }
    line(x, y, startX, startY);
  }

  /** Notes on each row that a line crosses what area lies to its right. */
  private void line(double fromX, double fromY, double toX, double toY) {
    if (fromY == toY) {
      return;
    }
    double sign = fromY < toY ? 1 : -1;
    double highX = sign > 0 ? fromX : toX;
    double high = Math.min(fromY, toY);
    double low = Math.max(fromY, toY);
    double slope = (toX - fromX) / (toY - fromY);
    int last = Math.min(rows - 1, (int) Math.ceil(low) - 1);
    for (int row = Math.max(0, (int) Math.floor(high)); row <= last; row++) {
      double begin = Math.max(high, row);
      double end = Math.min(low, row + 1.0);
      if (end > begin) {
        double a = highX + (begin - high) * slope;
        double b = highX + (end - high) * slope;
        cross(row, Math.min(a, b), Math.max(a, b), sign * (end - begin));
      }
    }
  }

  /** Spreads a piece of a line within one row over the pixels that it passes. */
  private void cross(int row, double from, double to, double height) {
    int first = column(from);
    int last = column(to);
    double span = Math.max(to - from, 1e-12);
    double before = 0;
    for (int column = first; column <= last + 1 && column < columns; column++) {
      double passed = column > last ? 1 : covered(column, from, to, span);
      cover[row * columns + column] += (float) (height * (passed - before));
      before = passed;
    }
  }

  /** The share of a pixel to the right of a line that passes from one place to another. */
  private static double covered(int column, double from, double to, double span) {
    double begin = Math.max(from, column);
    double end = Math.min(to, column + 1.0);
    double within = Math.max(0, end - begin) / span * (column + 1 - (begin + end) / 2);
    double beforehand = Math.max(0, Math.min(to, column) - from) / span;
    return from >= to ? column + 1 - from : within + beforehand;
  }

  private int column(double x) {
    return (int) Math.max(0, Math.min(columns - 1, Math.floor(x)));
  }

  private void gather() {
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        sum += cover[i];
        cover[i] = (float) Math.min(1, Math.abs(sum));
      }
    }
  }

  /** Returns it with a soft edge: three box averages, of a width in pixels. */
  Mask soft(double pixels) {
    int half = Math.max(1, (int) Math.round(pixels / 2));
    int margin = 3 * half;
    Mask wide = new Mask(left - margin, top - margin, columns + 2 * margin, rows + 2 * margin);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(
          cover, row * columns, wide.cover, (row + margin) * wide.columns + margin, columns);
    }
    for (int pass = 0; pass < 3; pass++) {
      for (int row = 0; row < wide.rows; row++) {
        wide.average(row * wide.columns, 1, wide.columns, half);
      }
      for (int column = 0; column < wide.columns; column++) {
        wide.average(column, wide.columns, wide.rows, half);
      }
    }
    return wide;
  }

  private void average(int start, int step, int count, int half) {
    double[] sums = new double[count + 1];
    for (int i = 0; i < count; i++) {
      sums[i + 1] = sums[i] + cover[start + i * step];
    }
    for (int i = 0; i < count; i++) {
      int from = Math.max(0, i - half);
      int to = Math.min(count, i + half + 1);
      cover[start + i * step] = (float) ((sums[to] - sums[from]) / (2 * half + 1));
    }
  }

  /** Returns it moved by whole pixels. */
  Mask moved(int right, int down) {
    Mask moved = new Mask(left + right, top + down, columns, rows);
    System.arraycopy(cover, 0, moved.cover, 0, cover.length);
    return moved;
  }

  /** Returns it times a field, from 0 to 1. */
  Mask times(Field field, Surface surface) {
    Mask product = new Mask(left, top, columns, rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int i = row * columns + column;
        if (cover[i] > 0) {
          double amount = field.at(surface.x(left + column), surface.y(top + row));
          product.cover[i] = (float) (cover[i] * Pigment.clamp(amount));
        }
      }
    }
    return product;
  }

  /** Returns the rim inside the edge, of a width in pixels: where colors of water dry last. */
  Mask rim(double pixels) {
    Mask blurred = soft(pixels);
    Mask rim = new Mask(left, top, columns, rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int i = row * columns + column;
        double inner = blurred.at(left + column, top + row);
        rim.cover[i] = (float) (cover[i] * Pigment.clamp(2 * (1 - inner)));
      }
    }
    return rim;
  }
}
