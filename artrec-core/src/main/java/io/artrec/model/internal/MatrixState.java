package io.artrec.model.internal;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.SparseRows;
import java.util.BitSet;
import java.util.Locale;

/**
 * How a matrix lies in a model file: which rows are there, then block by block those that have any.
 * A sparse block lies as in memory, where that is smaller. A dense one of which half the rows or
 * more are there does so too, an array for each dimension; of others only the rows that are there
 * are written, one after the other. In which form a block lies says nothing about what it is in
 * memory.
 */
public final class MatrixState {
  /** Values of one array of rows, unless a single row has more. */
  private static final int TOGETHER = 1 << 18;

  private static final int ARRAY_OVERHEAD = 24;

  /** More than any vector has; guards the memory of single vectors against a damaged file. */
  private static final int MOST_DIMENSIONS = 1 << 24;

  private MatrixState() {}

  /**
   * Writes a matrix.
   *
   * @param matrix the matrix
   * @param out receives it
   */
  public static void write(FeatureMatrix matrix, StateWriter out) {
    BitSet present = new BitSet(matrix.size());
    for (int row = 0; row < matrix.size(); row++) {
      present.set(row, matrix.isPresent(row));
    }
    out.putLong("dimensions", matrix.dimensions());
    out.putLongs("present", present.toLongArray());
    for (int block = 0; block < matrix.blockCount(); block++) {
      int from = block * FeatureMatrix.BLOCK;
      int length = matrix.blockLength(block);
      int[] rows = present.get(from, from + length).stream().map(row -> from + row).toArray();
      if (rows.length == 0) {
        continue;
      }
      if (matrix.isSparse(block)
          && (isDense(rows.length, length) || isSmaller(matrix.sparseBlock(block), rows.length))) {
        out.putInts("sparseStarts", matrix.sparseBlock(block).starts());
        out.putInts("sparseColumns", matrix.sparseBlock(block).columns());
        out.putFloats("sparseValues", matrix.sparseBlock(block).values());
      } else if (isDense(rows.length, length)) {
        for (float[] values : matrix.block(block)) {
          out.putFloats("values", values);
        }
      } else {
        writeRows(matrix, rows, out);
      }
    }
  }

  private static boolean isDense(int rows, int length) {
    return 2 * rows >= length;
  }

  /** Tells whether sparse rows take fewer bytes than some rows with all their values. */
  private static boolean isSmaller(SparseRows block, int rows) {
    return 2L * block.values().length + block.rows() < (long) rows * block.dimensions();
  }

  private static int rowsTogether(int dimensions) {
    return Math.max(1, TOGETHER / dimensions);
  }

  private static void writeRows(FeatureMatrix matrix, int[] rows, StateWriter out) {
    int dimensions = matrix.dimensions();
    int together = rowsTogether(dimensions);
    float[] row = new float[dimensions];
    for (int from = 0; from < rows.length; from += together) {
      int n = Math.min(together, rows.length - from);
      float[] values = new float[n * dimensions];
      for (int i = 0; i < n; i++) {
        matrix.copyRow(rows[from + i], row);
        System.arraycopy(row, 0, values, i * dimensions, dimensions);
      }
      out.putFloats("rows", values);
    }
  }

  /**
   * Reads a matrix.
   *
   * @param feature what it is called in messages
   * @param artworks how many rows it must have, missing ones included
   * @param in what {@link #write} wrote
   * @return the matrix
   * @throws ModelFileException when it has other rows, or values that do not fit together
   */
  public static FeatureMatrix read(String feature, int artworks, StateReader in) {
    int dimensions = in.getCount("dimensions", MOST_DIMENSIONS);
    checkMemory(feature, 0, dimensions, Runtime.getRuntime().maxMemory());
    BitSet present = BitSet.valueOf(in.getLongs("present"));
    if (present.length() > artworks) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's feature '%s' has a vector of artwork %d, expected at most %d artworks",
              feature,
              present.length() - 1,
              artworks));
    }
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(artworks, dimensions);
    int dense = 0;
    try {
      for (int block = 0; (long) block * FeatureMatrix.BLOCK < artworks; block++) {
        int from = block * FeatureMatrix.BLOCK;
        int length = Math.min(FeatureMatrix.BLOCK, artworks - from);
        BitSet rows = present.get(from, from + length);
        if (rows.isEmpty()) {
          continue;
        }
        if (in.isNext("sparseStarts")) {
          matrix.setBlock(block, readSparse(dimensions, in), rows);
        } else {
          dense += length;
          checkMemory(feature, dense, dimensions, Runtime.getRuntime().maxMemory());
          matrix.setBlock(block, readDense(feature, dimensions, length, rows, in), rows);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          "the model's feature '" + feature + "' cannot be used: " + e.getMessage(), e);
    }
    return matrix.build();
  }

  private static SparseRows readSparse(int dimensions, StateReader in) {
    int[] starts = in.getInts("sparseStarts");
    int[] columns = in.getInts("sparseColumns");
    return SparseRows.of(dimensions, starts, columns, in.getFloats("sparseValues"));
  }

  private static float[][] readDense(
      String feature, int dimensions, int length, BitSet present, StateReader in) {
    int[] rows = present.stream().toArray();
    return isDense(rows.length, length)
        ? readValues(feature, dimensions, length, in)
        : readRows(feature, dimensions, length, rows, in);
  }

  /** Fails before memory is taken for rows that are not in the file. */
  static void checkMemory(String feature, int artworks, int dimensions, long mostBytes) {
    double arrays = Math.ceil((double) artworks / FeatureMatrix.BLOCK) * dimensions;
    double bytes = arrays * ARRAY_OVERHEAD + (double) artworks * dimensions * Float.BYTES;
    if (dimensions < 1 || bytes > mostBytes) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's feature '%s' has %d dimensions of %d artworks, which take %.0f MB; expected 1 dimension or more, in the %d MB this Java may use: give it more memory (-Xmx)",
              feature,
              dimensions,
              artworks,
              bytes / (1 << 20),
              mostBytes >> 20));
    }
  }

  private static float[][] readValues(String feature, int dimensions, int length, StateReader in) {
    float[][] values = new float[dimensions][];
    for (int d = 0; d < dimensions; d++) {
      values[d] = floats(feature, "values", length, in);
    }
    return values;
  }

  private static float[][] readRows(
      String feature, int dimensions, int length, int[] rows, StateReader in) {
    float[][] values = new float[dimensions][length];
    int together = rowsTogether(dimensions);
    for (int from = 0; from < rows.length; from += together) {
      int n = Math.min(together, rows.length - from);
      float[] some = floats(feature, "rows", (long) n * dimensions, in);
      for (int i = 0; i < n; i++) {
        for (int d = 0; d < dimensions; d++) {
          values[d][rows[from + i]] = some[i * dimensions + d];
        }
      }
    }
    return values;
  }

  /**
   * Numbers that {@link FeatureMatrix.Builder#setBlock} looks at; here only their count is checked.
   */
  private static float[] floats(String feature, String name, long length, StateReader in) {
    float[] values = in.getFloats(name);
    if (values.length != length) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's feature '%s' holds %d values together, expected %d",
              feature,
              values.length,
              length));
    }
    return values;
  }
}
