package io.artrec.vector;

import io.artrec.kernel.Kernels;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of one feature, {@code [artworks × dimensions]}, float32, one row per artwork; a row may
 * be missing. Immutable and thread-safe once built. Memory: 4 bytes a value.
 *
 * <p>Layout: blocks of {@value #BLOCK} artworks; within a block one array per dimension. A scan
 * that adds one dimension after another to a block's results has no reduction, so the JIT turns it
 * into vector instructions; results of a block stay in the first-level cache. Reading one row
 * gathers from as many arrays as there are dimensions.
 */
public final class FeatureMatrix {
  /** Artworks in a block; the last block may be shorter. */
  public static final int BLOCK = 1024;

  private final int size;
  private final int dimensions;
  private final float[][][] blocks;
  private final BitSet present;
  private final int presentCount;
  private final Map<Slice, FeatureMatrix> slices = new ConcurrentHashMap<>();
  private volatile float @Nullable [] inverseNorms;
  private volatile double @Nullable [] means;
  private volatile float @Nullable [] inverseDeviations;
  private volatile float lowest = Float.NaN;
  private volatile float largest = Float.NaN;

  private record Slice(int from, int length) {}

  private FeatureMatrix(int size, int dimensions, float[][][] blocks, BitSet present) {
    this.size = size;
    this.dimensions = dimensions;
    this.blocks = blocks;
    this.present = present;
    presentCount = present.cardinality();
  }

  /**
   * Starts a matrix in which every row is missing.
   *
   * @param size the number of artworks, 0 or more
   * @param dimensions the length of each row, 1 or more
   * @return a builder
   */
  public static Builder builder(int size, int dimensions) {
    return new Builder(size, dimensions);
  }

  /**
   * Returns a matrix of values that lie as it holds them, without a copy. O(size × dimensions), one
   * pass over the values.
   *
   * @param size the number of artworks, 0 or more
   * @param dimensions the length of each row, 1 or more
   * @param blocks {@code [blocks][dimensions][artworks of the block]}, finite, zeros in missing
   *     rows; must not be changed afterwards
   * @param present which rows are there
   * @return the matrix
   * @throws IllegalArgumentException when a length or a value is wrong
   */
  public static FeatureMatrix ofBlocks(
      int size, int dimensions, float[][][] blocks, BitSet present) {
    MatrixBlocks.check(size, dimensions, blocks, present);
    return new FeatureMatrix(size, dimensions, blocks.clone(), (BitSet) present.clone());
  }

  /**
   * Returns the number of artworks.
   *
   * @return rows, missing ones included
   */
  public int size() {
    return size;
  }

  /**
   * Returns the length of each row.
   *
   * @return the dimensions
   */
  public int dimensions() {
    return dimensions;
  }

  /**
   * Returns how many rows are there.
   *
   * @return rows that are not missing
   */
  public int presentCount() {
    return presentCount;
  }

  /**
   * Tells whether a row is there.
   *
   * @param artwork the row
   * @return false when it is missing
   */
  public boolean isPresent(int artwork) {
    return present.get(artwork);
  }

  /**
   * Returns a copy of a row.
   *
   * @param artwork the row
   * @return its values, or empty when it is missing
   */
  public Optional<float[]> row(int artwork) {
    if (!present.get(artwork)) {
      return Optional.empty();
    }
    float[] row = new float[dimensions];
    copyRow(artwork, row);
    return Optional.of(row);
  }

  /**
   * Copies a row.
   *
   * @param artwork the row
   * @param into receives the values; left as it is when the row is missing
   * @return false when the row is missing
   */
  public boolean copyRow(int artwork, float[] into) {
    if (!present.get(artwork)) {
      return false;
    }
    float[][] block = blocks[artwork / BLOCK];
    int at = artwork % BLOCK;
    for (int d = 0; d < dimensions; d++) {
      into[d] = block[d][at];
    }
    return true;
  }

  /**
   * Returns a matrix of more or fewer rows, longer rows, other values in some. What does not change
   * is shared: cost O(blocks with changed rows × dimensions), and zeros for new dimensions.
   *
   * @param rows how many rows; those beyond this matrix's are missing unless given
   * @param length how many dimensions, this matrix's or more; further values of old rows are 0
   * @param changed values of some rows, {@code length} of them each, or empty for a row that is
   *     missing now
   * @return the changed matrix
   * @throws IllegalArgumentException when {@code length} is too small, or a row is wrong
   */
  public FeatureMatrix with(int rows, int length, Map<Integer, Optional<float[]>> changed) {
    if (rows < 0 || length < dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d rows of %d dimensions, expected 0 or more of %d or more",
              rows,
              length,
              dimensions));
    }
    BitSet there = present.get(0, Math.min(rows, size));
    float[][][] columns = new float[(rows + BLOCK - 1) / BLOCK][][];
    for (int b = 0; b < columns.length; b++) {
      int works = Math.min(BLOCK, rows - b * BLOCK);
      columns[b] = b < blocks.length ? resized(blocks[b], length, works) : new float[length][works];
    }
    BitSet owned = new BitSet(columns.length);
    changed.forEach(
        (row, values) -> {
          int b = Objects.checkIndex(row, rows) / BLOCK;
          if (!owned.get(b)) {
            owned.set(b);
            columns[b] = Arrays.stream(columns[b]).map(float[]::clone).toArray(float[][]::new);
          }
          float[] filled = values.orElseGet(() -> new float[length]);
          RowStatistics.check(row, filled, length);
          for (int d = 0; d < length; d++) {
            columns[b][d][row % BLOCK] = filled[d];
          }
          there.set(row, values.isPresent());
        });
    FeatureMatrix matrix = new FeatureMatrix(rows, length, columns, there);
    float[] norms = inverseNorms;
    if (norms != null) {
      float[] carried = Arrays.copyOf(norms, rows);
      changed.forEach((row, values) -> carried[row] = RowStatistics.inverseNorm(values));
      matrix.inverseNorms = carried;
    }
    return matrix;
  }

  /** The columns of a block, themselves where they have the right length. */
  private static float[][] resized(float[][] block, int length, int works) {
    float[][] columns = Arrays.copyOf(block, length);
    for (int d = 0; d < length; d++) {
      if (d >= block.length) {
        columns[d] = new float[works];
      } else if (block[d].length != works) {
        columns[d] = Arrays.copyOf(block[d], works);
      }
    }
    return columns;
  }

  /**
   * Returns the number of blocks.
   *
   * @return the blocks
   */
  public int blockCount() {
    return blocks.length;
  }

  /**
   * Returns a block's values for kernels, without a copy; they must not be changed.
   *
   * @param block 0 to {@code blockCount() - 1}
   * @return {@code [dimensions][artworks of the block]}; missing rows hold zeros
   */
  public float[][] block(int block) {
    return blocks[block];
  }

  /**
   * Returns the number of artworks in a block.
   *
   * @param block the block
   * @return {@link #BLOCK}, or less in the last one
   */
  public int blockLength(int block) {
    return Math.min(BLOCK, size - block * BLOCK);
  }

  /**
   * Returns one over each row's Euclidean length, computed once and kept; 0 for missing and
   * all-zero rows. The array must not be changed.
   *
   * @return {@code [artworks]}
   */
  public float[] inverseNorms() {
    float[] norms = inverseNorms;
    if (norms == null) {
      norms = RowStatistics.inverseNorms(this);
      inverseNorms = norms;
    }
    return norms;
  }

  /**
   * Returns each row's mean over its dimensions, computed once and kept; 0 for missing rows. The
   * array must not be changed.
   *
   * @return {@code [artworks]}
   */
  public double[] means() {
    double[] rowMeans = means;
    if (rowMeans == null) {
      rowMeans = RowStatistics.means(this);
      means = rowMeans;
    }
    return rowMeans;
  }

  /**
   * Returns one over the Euclidean length of each row less its mean, computed once and kept; 0 for
   * missing rows and rows whose values are all equal. The array must not be changed.
   *
   * @return {@code [artworks]}
   */
  public float[] inverseDeviations() {
    float[] deviations = inverseDeviations;
    if (deviations == null) {
      deviations = RowStatistics.inverseDeviations(this, means());
      inverseDeviations = deviations;
    }
    return deviations;
  }

  /**
   * Returns the lowest value of any row, or 0 when that is lower; computed once and kept.
   *
   * @return 0 or a negative number
   */
  public float lowest() {
    float value = lowest;
    if (Float.isNaN(value)) {
      value = RowStatistics.lowest(this);
      lowest = value;
    }
    return value;
  }

  /**
   * Returns the largest absolute value of any row; computed once and kept.
   *
   * @return 0 or more
   */
  public float largest() {
    float value = largest;
    if (Float.isNaN(value)) {
      value = RowStatistics.largest(this);
      largest = value;
    }
    return value;
  }

  /**
   * Returns a view of some neighboring dimensions, which shares this matrix's values. Views are
   * kept, and with them the norms and means of their rows.
   *
   * @param from the first dimension
   * @param length how many, 1 or more
   * @return the view; this matrix when it covers all dimensions
   */
  public FeatureMatrix slice(int from, int length) {
    if (from < 0 || length < 1 || length > dimensions - from) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "slice of %d dimensions from %d, expected 1 or more within the %d of the matrix",
              length,
              from,
              dimensions));
    }
    if (length == dimensions) {
      return this;
    }
    return slices.computeIfAbsent(new Slice(from, length), this::cut);
  }

  private FeatureMatrix cut(Slice slice) {
    float[][][] columns = new float[blocks.length][][];
    for (int b = 0; b < blocks.length; b++) {
      columns[b] = Arrays.copyOfRange(blocks[b], slice.from(), slice.from() + slice.length());
    }
    return new FeatureMatrix(size, slice.length(), columns, present);
  }

  /**
   * Multiplies a vector with every row at memory speed, by {@link Kernels#best}: products are
   * summed in float, and again in double where float overflows. O(size × dimensions), one pass over
   * the values.
   *
   * @param query finite values, as many as there are dimensions
   * @param out receives {@code query · row} per artwork, 0 where the row is missing; at least
   *     {@code size()} long
   * @throws IllegalArgumentException when a length is wrong
   */
  public void innerProducts(float[] query, double[] out) {
    innerProducts(new float[][] {query}, new double[][] {out});
  }

  /**
   * Multiplies several vectors with every row, reading the values once for some 16 vectors.
   *
   * @param queries {@code [queries][dimensions]}, finite
   * @param out receives {@code [queries][artworks]}, the same numbers that one query alone gets
   * @throws IllegalArgumentException when a length is wrong
   */
  public void innerProducts(float[][] queries, double[][] out) {
    innerProducts(Kernels.best(), queries, out);
  }

  /**
   * Multiplies several vectors with every row by given kernels.
   *
   * @param kernels the loops
   * @param queries {@code [queries][dimensions]}, finite
   * @param out receives {@code [queries][artworks]}
   * @throws IllegalArgumentException when a length is wrong
   */
  public void innerProducts(Kernels kernels, float[][] queries, double[][] out) {
    if (out.length < queries.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "room for the results of %d queries, expected %d",
              out.length,
              queries.length));
    }
    for (int q = 0; q < queries.length; q++) {
      checkLengths(queries[q], out[q]);
    }
    InnerProductKernel.multiply(this, kernels, queries, out);
  }

  private void checkLengths(float[] query, double[] out) {
    if (query.length != dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "query of %d values, expected %d, the dimensions of the matrix",
              query.length,
              dimensions));
    }
    if (out.length < size) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "room for %d results, expected %d or more, one for each row",
              out.length,
              size));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FeatureMatrix that
        && size == that.size
        && dimensions == that.dimensions
        && present.equals(that.present)
        && Arrays.deepEquals(blocks, that.blocks);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * size + dimensions) + present.hashCode();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "FeatureMatrix[%d × %d, %d missing]", size, dimensions, size - presentCount);
  }

  /** Collects rows. Setting different rows from several threads is safe. Usable once. */
  public static final class Builder {
    private final int size;
    private final int dimensions;
    private final float[][][] blocks;
    private final BitSet present;

    private Builder(int size, int dimensions) {
      MatrixBlocks.checkSize(size, dimensions);
      this.size = size;
      this.dimensions = dimensions;
      blocks = new float[(size + BLOCK - 1) / BLOCK][dimensions][];
      for (int b = 0; b < blocks.length; b++) {
        for (int d = 0; d < dimensions; d++) {
          blocks[b][d] = new float[Math.min(BLOCK, size - b * BLOCK)];
        }
      }
      present = new BitSet(size);
    }

    /**
     * Sets a row.
     *
     * @param artwork the row, 0 to size - 1
     * @param row finite values, as many as there are dimensions
     * @return this builder
     * @throws IllegalArgumentException when the length or a value is wrong
     */
    public Builder set(int artwork, float[] row) {
      RowStatistics.check(artwork, row, dimensions);
      float[][] block = blocks[artwork / BLOCK];
      int at = artwork % BLOCK;
      for (int d = 0; d < dimensions; d++) {
        block[d][at] = row[d];
      }
      synchronized (present) {
        present.set(artwork);
      }
      return this;
    }

    /**
     * Finishes the matrix; the builder must not be used afterwards.
     *
     * @return the matrix
     */
    public FeatureMatrix build() {
      synchronized (present) {
        return new FeatureMatrix(size, dimensions, blocks, (BitSet) present.clone());
      }
    }
  }
}
