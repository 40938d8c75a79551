package io.artrec.llm.wordvector;

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
