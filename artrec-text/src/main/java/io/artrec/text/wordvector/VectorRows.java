package io.artrec.text.wordvector;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of numbers in blocks, so that they grow without being copied and never overflow an array.
 */
final class VectorRows {
  /** Rows of one block. */
  static final int BLOCK = 4096;

  private static final int SHIFT = 12;

  private final int width;
  private final List<float[]> blocks = new ArrayList<>();
  private int rows;

  VectorRows(int width) {
    this.width = width;
  }

  /** The rows of an array that holds one after the other. */
  static VectorRows of(float[] values, int width) {
    VectorRows rows = new VectorRows(width);
    float[] row = new float[width];
    for (int at = 0; at < values.length; at += width) {
      System.arraycopy(values, at, row, 0, width);
      rows.add(row);
    }
    rows.trim();
    return rows;
  }

  int width() {
    return width;
  }

  int rows() {
    return rows;
  }

  /** Adds a row. */
  void add(float[] values) {
    if ((rows & (BLOCK - 1)) == 0) {
      blocks.add(new float[Math.multiplyExact(BLOCK, width)]);
    }
    System.arraycopy(values, 0, blocks.get(rows >> SHIFT), offset(rows), width);
    rows++;
  }

  float[] block(int row) {
    return blocks.get(row >> SHIFT);
  }

  int offset(int row) {
    return (row & (BLOCK - 1)) * width;
  }

  void copy(int row, float[] values) {
    System.arraycopy(block(row), offset(row), values, 0, width);
  }

  void set(int row, float[] values) {
    System.arraycopy(values, 0, block(row), offset(row), width);
  }

  /** Lets go of what the last block holds beyond the last row. */
  void trim() {
    int used = rows & (BLOCK - 1);
    if (used > 0) {
      int last = blocks.size() - 1;
      blocks.set(last, Arrays.copyOf(blocks.get(last), used * width));
    }
  }

  /** The dot product of a row, four running sums added up in a stated order. */
  static double dot(float[] row, int at, double[] vector) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int d = 0;
    for (; d + 4 <= vector.length; d += 4) {
      s0 += row[at + d] * vector[d];
      s1 += row[at + d + 1] * vector[d + 1];
      s2 += row[at + d + 2] * vector[d + 2];
      s3 += row[at + d + 3] * vector[d + 3];
    }
    for (; d < vector.length; d++) {
      s0 += row[at + d] * vector[d];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** The dot product of two runs of numbers, eight running sums added up in a stated order. */
  static float dot(float[] a, int from, float[] b, int at, int count) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int d = 0;
    for (; d + 8 <= count; d += 8) {
      s0 += a[from + d] * b[at + d];
      s1 += a[from + d + 1] * b[at + d + 1];
      s2 += a[from + d + 2] * b[at + d + 2];
      s3 += a[from + d + 3] * b[at + d + 3];
      s4 += a[from + d + 4] * b[at + d + 4];
      s5 += a[from + d + 5] * b[at + d + 5];
      s6 += a[from + d + 6] * b[at + d + 6];
      s7 += a[from + d + 7] * b[at + d + 7];
    }
    for (; d < count; d++) {
      s0 += a[from + d] * b[at + d];
    }
    return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
  }

  double squareLength(int row) {
    float[] block = block(row);
    int at = offset(row);
    double square = 0;
    for (int d = 0; d < width; d++) {
      square += (double) block[at + d] * block[at + d];
    }
    return square;
  }

  void digest(MessageDigest digest) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * width);
    for (int row = 0; row < rows; row++) {
      bytes.clear();
      bytes.asFloatBuffer().put(block(row), offset(row), width);
      digest.update(bytes);
    }
  }
}
