package io.artrec.vector;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
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
  private volatile float @Nullable [] inverseNorms;
  private volatile float @Nullable [] means;
  private volatile float @Nullable [] inverseDeviations;

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
      norms = inverseLengths(new float[size]);
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
  public float[] means() {
    float[] computed = means;
    if (computed == null) {
      computed = computeMeans();
      means = computed;
    }
    return computed;
  }

  /**
   * Returns one over the Euclidean length of each row less its mean, computed once and kept; 0 for
   * missing and constant rows. The array must not be changed.
   *
   * @return {@code [artworks]}
   */
  public float[] inverseDeviations() {
    float[] computed = inverseDeviations;
    if (computed == null) {
      computed = inverseLengths(means());
      inverseDeviations = computed;
    }
    return computed;
  }

  private float[] computeMeans() {
    float[] computed = new float[size];
    double[] sums = new double[BLOCK];
    for (int b = 0; b < blocks.length; b++) {
      Arrays.fill(sums, 0);
      int length = blockLength(b);
      for (float[] values : blocks[b]) {
        for (int i = 0; i < length; i++) {
          sums[i] += values[i];
        }
      }
      for (int i = 0; i < length; i++) {
        computed[b * BLOCK + i] = (float) (sums[i] / dimensions);
      }
    }
    return computed;
  }

  private float[] inverseLengths(float[] centers) {
    float[] inverse = new float[size];
    double[] squares = new double[BLOCK];
    for (int b = 0; b < blocks.length; b++) {
      Arrays.fill(squares, 0);
      int length = blockLength(b);
      int from = b * BLOCK;
      for (float[] values : blocks[b]) {
        for (int i = 0; i < length; i++) {
          double value = (double) values[i] - centers[from + i];
          squares[i] += value * value;
        }
      }
      for (int i = 0; i < length; i++) {
        boolean defined = squares[i] > 1e-60 && present.get(from + i);
        inverse[from + i] =
            defined ? (float) Math.min(1 / Math.sqrt(squares[i]), Float.MAX_VALUE) : 0;
      }
    }
    return inverse;
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
    return "FeatureMatrix[%d × %d, %d missing]".formatted(size, dimensions, size - presentCount);
  }

  /** Collects rows. Setting different rows from several threads is safe. Usable once. */
  public static final class Builder {
    private final int size;
    private final int dimensions;
    private final float[][][] blocks;
    private final BitSet present;

    private Builder(int size, int dimensions) {
      if (size < 0 || dimensions < 1) {
        throw new IllegalArgumentException(
            "matrix of %d × %d: expected 0 or more rows and 1 or more dimensions"
                .formatted(size, dimensions));
      }
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
      if (row.length != dimensions) {
        throw new IllegalArgumentException(
            "vector dimension %d, expected %d (row %d)".formatted(row.length, dimensions, artwork));
      }
      for (int d = 0; d < dimensions; d++) {
        if (!Float.isFinite(row[d])) {
          throw new IllegalArgumentException(
              "value %s at dimension %d, expected a finite number (row %d)"
                  .formatted(row[d], d, artwork));
        }
      }
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
