package io.artrec.vector;

import java.util.BitSet;
import java.util.Locale;

/** Checks values that somebody else laid out in blocks. */
final class MatrixBlocks {
  private MatrixBlocks() {}

  static void checkSize(int size, int dimensions) {
    if (size < 0 || dimensions < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "matrix of %d × %d: expected 0 or more rows and 1 or more dimensions",
              size,
              dimensions));
    }
  }

  /**
   * Checks the rows of a dense block.
   *
   * @param from the first row, for messages
   * @param length how many rows the block has
   */
  static void check(int from, int length, int dimensions, float[][] block, BitSet present) {
    checkPresent(from, length, present);
    checkLengths(block, dimensions, length);
    checkFinite(block, from, length);
    BitSet missing = (BitSet) present.clone();
    missing.flip(0, length);
    checkZero(block, from, length, missing);
  }

  /** Checks the rows of a sparse block, whose values are known to be right. */
  static void check(int from, int length, int dimensions, SparseRows block, BitSet present) {
    checkPresent(from, length, present);
    if (block.rows() != length || block.dimensions() != dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a block has %d rows of %d dimensions, expected %d of %d",
              block.rows(),
              block.dimensions(),
              length,
              dimensions));
    }
    for (int row = 0; row < length; row++) {
      int first = block.start(row);
      if (first < block.start(row + 1) && !present.get(row)) {
        throw notZero(block.values()[first], block.columns()[first], from + row);
      }
    }
  }

  private static void checkPresent(int from, int length, BitSet present) {
    if (present.length() > length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "row %d is there, expected rows %d to %d of the block",
              from + present.length() - 1,
              from,
              from + length - 1));
    }
  }

  private static void checkLengths(float[][] block, int dimensions, int length) {
    if (block.length != dimensions) {
      throw new IllegalArgumentException(
          "a block has " + block.length + " dimensions, expected " + dimensions);
    }
    for (float[] values : block) {
      if (values.length != length) {
        throw new IllegalArgumentException(
            "a dimension of a block has " + values.length + " values, expected " + length);
      }
    }
  }

  /** A value times 0 is 0, or no number; there is no reduction, so the loop vectorises. */
  private static void checkFinite(float[][] block, int from, int length) {
    float[] zeros = new float[length];
    for (float[] values : block) {
      for (int i = 0; i < length; i++) {
        zeros[i] += values[i] * 0;
      }
    }
    for (int i = 0; i < length; i++) {
      if (zeros[i] != 0) {
        throw notFinite(block, i, from);
      }
    }
  }

  private static IllegalArgumentException notFinite(float[][] block, int at, int from) {
    int d = 0;
    while (Float.isFinite(block[d][at])) {
      d++;
    }
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "value %s at dimension %d, expected a finite number (row %d)",
            block[d][at],
            d,
            from + at));
  }

  private static void checkZero(float[][] block, int from, int length, BitSet missing) {
    if (missing.isEmpty()) {
      return;
    }
    float[] sums = new float[length];
    for (float[] values : block) {
      for (int i = 0; i < length; i++) {
        sums[i] += Math.abs(values[i]);
      }
    }
    for (int at = missing.nextSetBit(0); at >= 0; at = missing.nextSetBit(at + 1)) {
      if (sums[at] != 0) {
        int d = 0;
        while (block[d][at] == 0) {
          d++;
        }
        throw notZero(block[d][at], d, from + at);
      }
    }
  }

  private static IllegalArgumentException notZero(float value, int dimension, int row) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "value %s at dimension %d, expected 0 in a missing row (row %d)",
            value,
            dimension,
            row));
  }
}
