package io.artrec.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A block whose rows are being set. Keeps only the values that are not 0 as long as these are few,
 * so that building takes little more memory than what is built. Not thread-safe.
 */
final class BlockBuilder {
  private final int rows;
  private final int dimensions;

  /** The rows that are not set anew. */
  private RowBlock base;

  private long nonZeros;

  /** The rows set since, while there are few values; null for the others. */
  private int[] @Nullable [] columns;

  private float[] @Nullable [] values;

  /** All rows, once there are many values. */
  private float @Nullable [][] dense;

  /** Begins with the rows of a block, which stays as it is. */
  BlockBuilder(RowBlock base) {
    this.base = base;
    rows = base.rows();
    dimensions = base.dimensions();
    nonZeros = base.nonZeros();
    columns = new int[rows][];
    values = new float[rows][];
    Arrays.fill(columns, null);
    Arrays.fill(values, null);
  }

  /** Begins with rows of zeros. */
  static BlockBuilder empty(int rows, int dimensions) {
    return new BlockBuilder(
        new SparseBlock(new SparseRows(dimensions, new int[rows + 1], new int[0], new float[0])));
  }

  /** Sets a row to one of another block. */
  void set(int at, RowBlock from, int row, float[] scratch) {
    if (from instanceof SparseBlock block && dense == null) {
      SparseRows sparse = block.sparse();
      int count = sparse.start(row + 1) - sparse.start(row);
      if (staysSparse(at, count)) {
        nonZeros += count - countAt(at);
        columns[at] =
            Arrays.copyOfRange(sparse.columns(), sparse.start(row), sparse.start(row + 1));
        values[at] = Arrays.copyOfRange(sparse.values(), sparse.start(row), sparse.start(row + 1));
        return;
      }
    }
    from.copyRow(row, scratch);
    set(at, scratch);
  }

  private boolean staysSparse(int at, int count) {
    return base instanceof SparseBlock
        && RowBlock.isSparse(rows, dimensions, nonZeros - countAt(at) + count);
  }

  /** Sets a row to values that have been checked. */
  void set(int at, float[] row) {
    if (dense == null) {
      int count = 0;
      for (float value : row) {
        count += value != 0 ? 1 : 0;
      }
      if (staysSparse(at, count)) {
        keep(at, row, count);
        return;
      }
      dense = spread();
    }
    float[][] block = dense;
    int change = 0;
    for (int d = 0; d < dimensions; d++) {
      change += (row[d] != 0 ? 1 : 0) - (block[d][at] != 0 ? 1 : 0);
      block[d][at] = row[d];
    }
    nonZeros += change;
  }

  private void keep(int at, float[] row, int count) {
    int[] columnsOf = new int[count];
    float[] valuesOf = new float[count];
    int k = 0;
    for (int d = 0; k < count; d++) {
      if (row[d] != 0) {
        columnsOf[k] = d;
        valuesOf[k++] = row[d];
      }
    }
    nonZeros += count - countAt(at);
    columns[at] = columnsOf;
    values[at] = valuesOf;
  }

  private int countAt(int at) {
    float[] set = values[at];
    if (set != null) {
      return set.length;
    }
    return base instanceof SparseBlock block
        ? block.sparse().start(at + 1) - block.sparse().start(at)
        : 0;
  }

  /** The rows as an array for each dimension, to be written to. */
  private float[][] spread() {
    if (base instanceof DenseBlock block) {
      return Arrays.stream(block.values()).map(float[]::clone).toArray(float[][]::new);
    }
    float[][] block = merged().toDense(rows, dimensions);
    forget();
    return block;
  }

  private void forget() {
    Arrays.fill(columns, null);
    Arrays.fill(values, null);
  }

  /** The rows of a sparse base, and those set since. */
  private SparseRows merged() {
    SparseRows earlier = ((SparseBlock) base).sparse();
    int[] starts = new int[rows + 1];
    int[] all = new int[(int) nonZeros];
    float[] numbers = new float[all.length];
    for (int row = 0; row < rows; row++) {
      int from = starts[row];
      int count = countAt(row);
      float[] set = values[row];
      int[] at = columns[row];
      if (set != null && at != null) {
        System.arraycopy(at, 0, all, from, count);
        System.arraycopy(set, 0, numbers, from, count);
      } else {
        System.arraycopy(earlier.columns(), earlier.start(row), all, from, count);
        System.arraycopy(earlier.values(), earlier.start(row), numbers, from, count);
      }
      starts[row + 1] = from + count;
    }
    return new SparseRows(dimensions, starts, all, numbers);
  }

  /** The block; calling again gives an equal one. */
  RowBlock build() {
    if (dense != null) {
      return DenseBlock.compact(dense, nonZeros);
    }
    if (base instanceof SparseBlock) {
      base = SparseBlock.compact(merged());
      forget();
    }
    return base;
  }
}
