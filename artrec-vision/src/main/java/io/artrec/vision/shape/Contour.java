package io.artrec.vision.shape;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One border of a figure: the outline of something bright, or of a hole in it. Immutable and
 * thread-safe.
 */
public final class Contour {
  private final int[] columns;
  private final int[] rows;
  private final boolean isHole;
  private final int parent;

  Contour(int[] columns, int[] rows, boolean isHole, int parent) {
    this.columns = columns;
    this.rows = rows;
    this.isHole = isHole;
    this.parent = parent;
  }

  /**
   * {@return how many pixels the border has, 1 or more; a pixel that is passed twice counts twice}
   */
  public int size() {
    return columns.length;
  }

  /**
   * Returns the column of a pixel on the way along the border.
   *
   * @param index from 0
   * @return the column from the left, from 0
   */
  public int x(int index) {
    return columns[Objects.checkIndex(index, columns.length)];
  }

  /**
   * Returns the row of a pixel on the way along the border.
   *
   * @param index from 0
   * @return the row from the top, from 0
   */
  public int y(int index) {
    return rows[Objects.checkIndex(index, rows.length)];
  }

  /**
   * Whether this is the border of a hole; its pixels are those of the figure around it.
   *
   * @return false for the outline of a figure
   */
  public boolean isHole() {
    return isHole;
  }

  /**
   * Returns what this lies in: a hole in its figure, a figure in a hole.
   *
   * @return the position of the border around it in {@link Contours}; empty for what lies in none
   */
  public OptionalInt parent() {
    return parent < 0 ? OptionalInt.empty() : OptionalInt.of(parent);
  }

  /**
   * Returns the area that the centers of the border's pixels enclose.
   *
   * @return square pixels, 0 or more: half the absolute sum of {@code x y' - x' y}
   */
  public double area() {
    double twice = 0;
    for (int i = 0; i < columns.length; i++) {
      int next = i + 1 == columns.length ? 0 : i + 1;
      twice += (double) columns[i] * rows[next] - (double) columns[next] * rows[i];
    }
    return Math.abs(twice) / 2;
  }

  /**
   * Returns the way around.
   *
   * @return pixels: 1 for a step over a side, √2 for one over a corner; 0 for a single pixel
   */
  public double length() {
    double sum = 0;
    for (int i = 0; i < columns.length; i++) {
      int next = i + 1 == columns.length ? 0 : i + 1;
      sum += Math.hypot(columns[next] - columns[i], rows[next] - rows[i]);
    }
    return sum;
  }

  @Override
  public String toString() {
    return (isHole ? "hole of " : "outline of ") + columns.length + " pixels";
  }
}
