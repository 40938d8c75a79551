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

  static void check(int size, int dimensions, float[][][] blocks, BitSet present) {
    checkSize(size, dimensions);
    int expected = (size + FeatureMatrix.BLOCK - 1) / FeatureMatrix.BLOCK;
    if (blocks.length != expected || present.length() > size) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d blocks, the last row there is %d; expected %d blocks of %d rows in all",
              blocks.length,
              present.length() - 1,
              expected,
              size));
    }
    for (int b = 0; b < blocks.length; b++) {
      int from = b * FeatureMatrix.BLOCK;
      int length = Math.min(FeatureMatrix.BLOCK, size - from);
      checkLengths(blocks[b], dimensions, length);
      checkFinite(blocks[b], from, length);
      BitSet missing = present.get(from, from + length);
      missing.flip(0, length);
      checkZero(blocks[b], from, length, missing);
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
        throw notZero(block, at, from);
      }
    }
  }

  private static IllegalArgumentException notZero(float[][] block, int at, int from) {
    int d = 0;
    while (block[d][at] == 0) {
      d++;
    }
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "value %s at dimension %d, expected 0 in a missing row (row %d)",
            block[d][at],
            d,
            from + at));
  }
}
