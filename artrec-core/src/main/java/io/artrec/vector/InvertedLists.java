package io.artrec.vector;

import java.util.Arrays;

/**
 * The values of sparse blocks that are not 0, by dimension: for each, the rows that have one,
 * ascending. A product touches the lists of the dimensions that the query has, and sums in the same
 * order as row by row, so that both ways give the same bits. Immutable.
 */
final class InvertedLists {
  private final int[] starts;
  private final int[] rows;
  private final float[] values;

  private InvertedLists(int[] starts, int[] rows, float[] values) {
    this.starts = starts;
    this.rows = rows;
    this.values = values;
  }

  /** Tells whether there is something to gain: many rows, and all of them sparse. */
  static boolean serve(RowBlock[] blocks) {
    long count = 0;
    for (RowBlock block : blocks) {
      if (!(block instanceof SparseBlock)) {
        return false;
      }
      count += block.nonZeros();
    }
    return blocks.length > 1 && count <= RowBlock.LONGEST_ARRAY;
  }

  static InvertedLists of(RowBlock[] blocks, int dimensions) {
    int[] starts = new int[dimensions + 1];
    for (RowBlock block : blocks) {
      for (int column : ((SparseBlock) block).sparse().columns()) {
        starts[column + 1]++;
      }
    }
    for (int d = 0; d < dimensions; d++) {
      starts[d + 1] += starts[d];
    }
    int[] ends = Arrays.copyOf(starts, dimensions);
    int[] rows = new int[starts[dimensions]];
    float[] values = new float[rows.length];
    for (int b = 0; b < blocks.length; b++) {
      SparseRows sparse = ((SparseBlock) blocks[b]).sparse();
      for (int row = 0; row < sparse.rows(); row++) {
        for (int k = sparse.start(row); k < sparse.start(row + 1); k++) {
          int at = ends[sparse.columns()[k]]++;
          rows[at] = b * FeatureMatrix.BLOCK + row;
          values[at] = sparse.values()[k];
        }
      }
    }
    return new InvertedLists(starts, rows, values);
  }

  /** Tells whether a query's lists hold less than half of all values. */
  boolean areShort(float[] query) {
    long count = 0;
    for (int d = 0; d < query.length; d++) {
      if (query[d] != 0) {
        count += starts[d + 1] - starts[d];
      }
    }
    return 2 * count < values.length;
  }

  /** Writes the products of a query with the rows, of which there are {@code size}. */
  void multiply(float[] query, double[] out, int size) {
    Arrays.fill(out, 0, size, 0);
    for (int d = 0; d < query.length; d++) {
      if (query[d] != 0) {
        add(query[d], starts[d], starts[d + 1], out);
      }
    }
    for (int i = 0; i < size; i++) {
      float product = (float) out[i];
      if (Float.isFinite(product)) {
        out[i] = product;
      }
    }
  }

  private void add(double value, int from, int to, double[] out) {
    for (int k = from; k < to; k++) {
      out[rows[k]] += value * values[k];
    }
  }
}
