package io.artrec.vector;

import io.artrec.kernel.internal.Kernels;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of one feature, {@code [artworks × dimensions]}, float32, one row per artwork; a row may
 * be missing. Immutable and thread-safe once built.
 *
 * <p>Layout: blocks of {@value #BLOCK} artworks. A block of which an eighth of the values or more
 * are not 0, or whose rows are shorter than 32, is dense: one array per dimension, 4 bytes a value.
 * A scan that adds one dimension after another to a block's results has no reduction, so the JIT
 * turns it into vector instructions; results of a block stay in the first-level cache. Reading one
 * row gathers from as many arrays as there are dimensions; a matrix of up to 32 MB therefore keeps
 * blocks whose rows were read row after row as well. Any other block is sparse: row after row, the
 * values that are not 0, 8 bytes each; products, rows and memory cost those values alone, building
 * included. What a block is follows from its values, so equal matrices lie alike, however they came
 * about; -0 in a sparse block reads as 0.
 */
public final class FeatureMatrix implements RowProducts {
  /** Artworks in a block; the last block may be shorter. */
  public static final int BLOCK = 1024;

  private final RowBlocks blocks;
  private final BitSet present;
  private final int presentCount;
  private final RowStatistics statistics;
  private final Map<Slice, FeatureMatrix> slices;
  private final Optional<RowProducts> multiplier;

  private record Slice(int from, int length) {}

  private FeatureMatrix(RowBlocks blocks, BitSet present) {
    this.blocks = blocks;
    this.present = present;
    presentCount = present.cardinality();
    statistics = new RowStatistics(blocks);
    slices = new ConcurrentHashMap<>();
    multiplier = Optional.empty();
  }

  private FeatureMatrix(FeatureMatrix same, RowProducts multiplier) {
    blocks = same.blocks;
    present = same.present;
    presentCount = same.presentCount;
    statistics = same.statistics;
    slices = same.slices;
    this.multiplier = Optional.of(multiplier);
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
   * Returns the number of artworks.
   *
   * @return rows, missing ones included
   */
  public int size() {
    return blocks.size();
  }

  /**
   * Returns the length of each row.
   *
   * @return the dimensions
   */
  public int dimensions() {
    return blocks.dimensions();
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
   * Returns which rows are there.
   *
   * @return a set of one's own, by artwork
   */
  public BitSet presentRows() {
    return (BitSet) present.clone();
  }

  /** The rows of a set that are there. */
  BitSet presentOf(BitSet rows) {
    BitSet there = (BitSet) rows.clone();
    there.and(present);
    return there;
  }

  /**
   * {@return a copy of a row, or empty when it is missing}
   *
   * @param artwork the row
   */
  public Optional<float[]> row(int artwork) {
    if (!present.get(artwork)) {
      return Optional.empty();
    }
    float[] row = new float[dimensions()];
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
    blocks.copyRow(artwork, into);
    return true;
  }

  /**
   * {@return a matrix of more or fewer rows, longer rows, other values in some} What does not
   * change is shared: cost O(values of blocks with changed rows), and zeros for new dimensions of
   * dense blocks.
   *
   * @param rows how many rows; those beyond this matrix's are missing unless given
   * @param length how many dimensions, this matrix's or more; further values of old rows are 0
   * @param changed values of some rows, {@code length} of them each, or empty for a row that is
   *     missing now
   * @throws IllegalArgumentException when {@code length} is too small, or a row is wrong
   */
  public FeatureMatrix with(int rows, int length, Map<Integer, Optional<float[]>> changed) {
    if (rows < 0 || length < dimensions()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d rows of %d dimensions, expected 0 or more of %d or more",
              rows,
              length,
              dimensions()));
    }
    RowBlocks after = blocks.with(rows, length, changed);
    BitSet there = present.get(0, Math.min(rows, size()));
    changed.forEach((row, values) -> there.set(row, values.isPresent()));
    FeatureMatrix matrix = new FeatureMatrix(after, there);
    matrix.statistics.carryNorms(statistics, changed);
    return matrix;
  }

  /**
   * Returns a matrix of some rows. O(their values) where they are sparse.
   *
   * @param artworks the rows, in the order in which they are wanted
   * @return as many rows, missing where they are missing here
   */
  public FeatureMatrix gather(int... artworks) {
    BitSet there = new BitSet(artworks.length);
    int[] rows = new int[artworks.length];
    for (int i = 0; i < rows.length; i++) {
      there.set(i, isPresent(artworks[i]));
      rows[i] = there.get(i) ? artworks[i] : -1;
    }
    return new FeatureMatrix(blocks.gather(rows), there);
  }

  /** {@return the number of blocks} */
  public int blockCount() {
    return blocks.count();
  }

  /**
   * Tells whether a block holds the values alone that are not 0.
   *
   * @param block 0 to {@code blockCount() - 1}
   * @return true when {@link #sparseBlock} gives them; false when {@link #block} does
   */
  public boolean isSparse(int block) {
    return blocks.get(block) instanceof SparseBlock;
  }

  /**
   * Returns a dense block's values for kernels, without a copy; they must not be changed.
   *
   * @param block 0 to {@code blockCount() - 1}
   * @return {@code [dimensions][artworks of the block]}; missing rows hold zeros
   * @throws IllegalStateException when the block is sparse
   */
  public float[][] block(int block) {
    if (blocks.get(block) instanceof DenseBlock dense) {
      return dense.values();
    }
    throw new IllegalStateException(
        "block " + block + " is sparse; ask isSparse first, or read rows with copyRow");
  }

  /**
   * Returns a sparse block's values for kernels, without a copy.
   *
   * @param block 0 to {@code blockCount() - 1}
   * @return the values that are not 0; missing rows have none
   * @throws IllegalStateException when the block is dense
   */
  public SparseRows sparseBlock(int block) {
    if (blocks.get(block) instanceof SparseBlock sparse) {
      return sparse.sparse();
    }
    throw new IllegalStateException(
        "block " + block + " is dense; ask isSparse first, or read rows with copyRow");
  }

  /**
   * {@return the number of artworks in a block, or less in the last one}
   *
   * @param block the block
   */
  public int blockLength(int block) {
    return RowBlocks.length(block, size());
  }

  /**
   * Returns one over each row's Euclidean length, computed once and kept; 0 for missing and
   * all-zero rows. The array must not be changed.
   *
   * @return {@code [artworks]}
   */
  public float[] inverseNorms() {
    return statistics.inverseNorms();
  }

  /**
   * Returns each row's mean over its dimensions, computed once and kept; 0 for missing rows. The
   * array must not be changed.
   *
   * @return {@code [artworks]}
   */
  public double[] means() {
    return statistics.means();
  }

  /**
   * Returns one over the Euclidean length of each row less its mean, computed once and kept; 0 for
   * missing rows and rows whose values are all equal. The array must not be changed.
   *
   * @return {@code [artworks]}
   */
  public float[] inverseDeviations() {
    return statistics.inverseDeviations();
  }

  /**
   * Returns the lowest value of any row, or 0 when that is lower; computed once and kept.
   *
   * @return 0 or a negative number
   */
  public float lowest() {
    return statistics.lowest();
  }

  /** {@return the largest absolute value of any row; computed once and kept; 0 or more} */
  public float largest() {
    return statistics.largest();
  }

  /**
   * {@return a view of some neighboring dimensions, which shares the values of dense blocks; this
   * matrix when it covers all dimensions} Views are kept, and with them the norms and means of
   * their rows.
   *
   * @param from the first dimension
   * @param length how many, 1 or more
   */
  public FeatureMatrix slice(int from, int length) {
    if (from < 0 || length < 1 || length > dimensions() - from) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "slice of %d dimensions from %d, expected 1 or more within the %d of the matrix",
              length,
              from,
              dimensions()));
    }
    if (length == dimensions()) {
      return this;
    }
    return slices.computeIfAbsent(
        new Slice(from, length), slice -> new FeatureMatrix(blocks.slice(from, length), present));
  }

  /**
   * {@return this matrix with products that something else computes, as a device that holds the
   * same rows; equal to this one} Values, norms and means are shared; slices, and matrices made of
   * this one, multiply by themselves again.
   *
   * @param products computes them for these rows
   */
  public FeatureMatrix multipliedBy(RowProducts products) {
    return new FeatureMatrix(this, Objects.requireNonNull(products, "products"));
  }

  /**
   * Multiplies a vector with every row at memory speed, by {@link Kernels#best} unless {@linkplain
   * #multipliedBy something else} does. Products of dense blocks are summed in float, those of
   * sparse ones in double and rounded to float; where float overflows they are double. One pass
   * over the values of dense blocks and over those of sparse ones that are not 0; where all blocks
   * are sparse, only over dimensions that the query has, from a copy by dimension that the first
   * such query makes.
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
  @Override
  public void innerProducts(float[][] queries, double[][] out) {
    if (multiplier.isPresent()) {
      multiplier.get().innerProducts(queries, out);
    } else {
      innerProducts(Kernels.best(), queries, out);
    }
  }

  /**
   * Multiplies several vectors with a few rows, reading those alone: about a tenth as fast for a
   * row of a dense block as a scan, so worth it for fewer than one row in ten.
   *
   * @param queries {@code [queries][dimensions]}, finite
   * @param rows which rows, in any order
   * @param out receives {@code [queries][rows asked for]}, to the bit what a scan gives
   * @throws IllegalArgumentException when a length is wrong
   * @throws IndexOutOfBoundsException when there is no such row
   */
  @Override
  public void innerProducts(float[][] queries, int[] rows, double[][] out) {
    if (multiplier.isPresent()) {
      multiplier.get().innerProducts(queries, rows, out);
    } else {
      innerProducts(Kernels.best(), queries, rows, out);
    }
  }

  void innerProducts(Kernels kernels, float[][] queries, int[] rows, double[][] out) {
    blocks.multiply(kernels, queries, rows, out);
  }

  void innerProducts(Kernels kernels, float[][] queries, double[][] out) {
    blocks.multiply(kernels, queries, out);
  }

  /**
   * Finds the rows with the largest products, without handing out all products. One thread; split
   * the queries to use more.
   *
   * @param queries {@code [queries][dimensions]}, finite
   * @param n how many rows for each query, 0 or more
   * @param eligible the rows that may be found for any query; not changed
   * @param excluded for each query the rows to leave out, ascending
   * @return for each query at most {@code n} rows, the largest product first, ties by the smaller
   *     row; missing rows are never among them
   */
  @Override
  public List<TopRows> top(float[][] queries, int n, BitSet eligible, int[][] excluded) {
    return multiplier.isPresent()
        ? multiplier.get().top(queries, n, eligible, excluded)
        : top(Kernels.best(), queries, n, eligible, excluded);
  }

  List<TopRows> top(Kernels kernels, float[][] queries, int n, BitSet eligible, int[][] excluded) {
    return new TopProducts(this, kernels, n, eligible).of(queries, excluded);
  }

  /**
   * {@return the same products by loops of choice, whatever multiplies otherwise}
   *
   * @param kernels {@code plain}, or {@code simd} for the Vector API
   * @throws IllegalArgumentException when the running JVM does not offer them; the message says
   *     what it offers and how to get the other
   */
  public RowProducts productsBy(String kernels) {
    return new KernelProducts(this, Kernels.named(kernels));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FeatureMatrix that
        && present.equals(that.present)
        && blocks.equals(that.blocks);
  }

  @Override
  public int hashCode() {
    return 31 * blocks.hashCode() + present.hashCode();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "FeatureMatrix[%d × %d, %d missing]",
        size(),
        dimensions(),
        size() - presentCount);
  }

  /** Collects rows. Setting different rows from several threads is safe. Usable once. */
  public static final class Builder {
    private final int size;
    private final int dimensions;
    private final BlockBuilder[] blocks;
    private final BitSet present;

    private Builder(int size, int dimensions) {
      MatrixBlocks.checkSize(size, dimensions);
      this.size = size;
      this.dimensions = dimensions;
      blocks = new BlockBuilder[RowBlocks.count(size)];
      for (int b = 0; b < blocks.length; b++) {
        blocks[b] = BlockBuilder.empty(RowBlocks.length(b, size), dimensions);
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
      BlockBuilder block = blocks[artwork / BLOCK];
      synchronized (block) {
        block.set(artwork % BLOCK, row);
      }
      synchronized (present) {
        present.set(artwork);
      }
      return this;
    }

    /**
     * Sets all rows of a block, without a copy where they are dense. O(values), one pass.
     *
     * @param block 0 to the number of blocks - 1
     * @param values {@code [dimensions][artworks of the block]}, finite, zeros in missing rows;
     *     must not be changed afterwards
     * @param rows which rows of the block are there, by place in it
     * @return this builder
     * @throws IllegalArgumentException when a length or a value is wrong
     */
    public Builder setBlock(int block, float[][] values, BitSet rows) {
      int length = RowBlocks.length(Objects.checkIndex(block, blocks.length), size);
      MatrixBlocks.check(block * BLOCK, length, dimensions, values, rows);
      return setBlock(block, DenseBlock.compact(values, DenseBlock.countNonZeros(values)), rows);
    }

    /**
     * Sets all rows of a block, without a copy where they are sparse.
     *
     * @param block 0 to the number of blocks - 1
     * @param values as many rows as the block has, of as many dimensions as the matrix
     * @param rows which rows of the block are there, by place in it; the others have no values
     * @return this builder
     * @throws IllegalArgumentException when a length is wrong, or a missing row has values
     */
    public Builder setBlock(int block, SparseRows values, BitSet rows) {
      int length = RowBlocks.length(Objects.checkIndex(block, blocks.length), size);
      MatrixBlocks.check(block * BLOCK, length, dimensions, values, rows);
      return setBlock(block, SparseBlock.compact(values), rows);
    }

    private Builder setBlock(int block, RowBlock values, BitSet rows) {
      blocks[block] = new BlockBuilder(values);
      synchronized (present) {
        present.clear(block * BLOCK, block * BLOCK + values.rows());
        rows.stream().forEach(row -> present.set(block * BLOCK + row));
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
        RowBlock[] built = new RowBlock[blocks.length];
        for (int b = 0; b < built.length; b++) {
          built[b] = blocks[b].build();
        }
        return new FeatureMatrix(new RowBlocks(size, dimensions, built), (BitSet) present.clone());
      }
    }
  }
}
