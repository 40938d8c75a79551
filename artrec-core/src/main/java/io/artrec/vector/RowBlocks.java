package io.artrec.vector;

import io.artrec.kernel.internal.Kernels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a matrix, block by block; of matrices up to {@value #MOST_VALUES_TWICE} values the
 * dense blocks whose rows were read one by one row by row as well. Immutable and thread-safe.
 */
final class RowBlocks {
  /** 32 MB. Reading rows of a larger matrix costs little beside scanning it. */
  private static final int MOST_VALUES_TWICE = 1 << 23;

  private final int size;
  private final int dimensions;
  private final RowBlock[] blocks;
  private final boolean invertible;
  private volatile @Nullable InvertedLists lists;

  /** The values of dense blocks, row after row, from the first reading of a row on. */
  private final AtomicReferenceArray<float[]> byRow;

  RowBlocks(int size, int dimensions, RowBlock[] blocks) {
    this.size = size;
    this.dimensions = dimensions;
    this.blocks = blocks;
    invertible = InvertedLists.serve(blocks);
    byRow =
        new AtomicReferenceArray<>(
            (long) size * dimensions <= MOST_VALUES_TWICE ? blocks.length : 0);
  }

  static int count(int size) {
    return (size + FeatureMatrix.BLOCK - 1) / FeatureMatrix.BLOCK;
  }

  /** How many of a matrix's rows a block has. */
  static int length(int block, int size) {
    return Math.min(FeatureMatrix.BLOCK, size - block * FeatureMatrix.BLOCK);
  }

  int size() {
    return size;
  }

  int dimensions() {
    return dimensions;
  }

  int count() {
    return blocks.length;
  }

  RowBlock get(int block) {
    return blocks[block];
  }

  void copyRow(int row, float[] into) {
    int block = row / FeatureMatrix.BLOCK;
    int place = row % FeatureMatrix.BLOCK;
    if (byRow.length() > 0 && blocks[block] instanceof DenseBlock dense) {
      System.arraycopy(rows(block, dense), place * dimensions, into, 0, dimensions);
    } else {
      blocks[block].copyRow(place, into);
    }
  }

  /** Whoever comes first writes the same values. */
  private float[] rows(int block, DenseBlock dense) {
    float[] rows = byRow.get(block);
    if (rows == null) {
      rows = dense.byRow();
      byRow.set(block, rows);
    }
    return rows;
  }

  RowBlocks with(int rows, int length, Map<Integer, Optional<float[]>> changed) {
    Map<Integer, BlockBuilder> builders = new HashMap<>();
    float[] zeros = new float[length];
    changed.forEach(
        (row, values) -> {
          int block = Objects.checkIndex(row, rows) / FeatureMatrix.BLOCK;
          float[] filled = values.orElse(zeros);
          RowStatistics.check(row, filled, length);
          builders
              .computeIfAbsent(block, b -> new BlockBuilder(resized(b, rows, length)))
              .set(row % FeatureMatrix.BLOCK, filled);
        });
    RowBlock[] all = new RowBlock[count(rows)];
    for (int b = 0; b < all.length; b++) {
      BlockBuilder builder = builders.get(b);
      all[b] = builder == null ? resized(b, rows, length) : builder.build();
    }
    RowBlocks after = new RowBlocks(rows, length, all);
    for (int b = 0; b < Math.min(byRow.length(), after.byRow.length()); b++) {
      if (all[b] == blocks[b]) {
        after.byRow.set(b, byRow.get(b));
      }
    }
    return after;
  }

  private RowBlock resized(int block, int rows, int length) {
    int works = length(block, rows);
    return block < blocks.length
        ? blocks[block].resized(works, length)
        : BlockBuilder.empty(works, length).build();
  }

  /** Some rows, zeros for a negative one. */
  RowBlocks gather(int[] rows) {
    RowBlock[] gathered = new RowBlock[count(rows.length)];
    float[] scratch = new float[dimensions];
    for (int b = 0; b < gathered.length; b++) {
      int from = b * FeatureMatrix.BLOCK;
      BlockBuilder builder = BlockBuilder.empty(length(b, rows.length), dimensions);
      for (int i = 0; i < length(b, rows.length); i++) {
        int row = rows[from + i];
        if (row >= 0) {
          builder.set(i, blocks[row / FeatureMatrix.BLOCK], row % FeatureMatrix.BLOCK, scratch);
        }
      }
      gathered[b] = builder.build();
    }
    return new RowBlocks(rows.length, dimensions, gathered);
  }

  RowBlocks slice(int from, int length) {
    RowBlock[] parts = new RowBlock[blocks.length];
    for (int b = 0; b < blocks.length; b++) {
      parts[b] = blocks[b].slice(from, length);
    }
    return new RowBlocks(size, length, parts);
  }

  void multiply(Kernels kernels, float[][] queries, double[][] out) {
    InnerProductKernel.check(size, dimensions, queries, out);
    if (!invertible) {
      InnerProductKernel.multiply(blocks, kernels, queries, out);
      return;
    }
    InvertedLists inverted = lists();
    for (int q = 0; q < queries.length; q++) {
      if (inverted.areShort(queries[q])) {
        inverted.multiply(queries[q], out[q], size);
      } else {
        InnerProductKernel.multiply(
            blocks, kernels, new float[][] {queries[q]}, new double[][] {out[q]});
      }
    }
  }

  void multiply(Kernels kernels, float[][] queries, int[] rows, double[][] out) {
    InnerProductKernel.check(rows.length, dimensions, queries, out);
    for (int row : rows) {
      Objects.checkIndex(row, size);
    }
    InnerProductKernel.multiply(blocks, kernels, queries, rows, out);
  }

  private InvertedLists lists() {
    InvertedLists inverted = lists;
    if (inverted == null) {
      inverted = InvertedLists.of(blocks, dimensions);
      lists = inverted;
    }
    return inverted;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowBlocks that
        && size == that.size
        && dimensions == that.dimensions
        && Arrays.equals(blocks, that.blocks);
  }

  @Override
  public int hashCode() {
    return 31 * size + dimensions;
  }
}
