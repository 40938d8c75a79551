package io.artrec.rerank;

import io.artrec.kernel.internal.Kernels;
import io.artrec.similarity.InnerProductSimilarity;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One feature's rows of a pool's works, gathered once, and how alike one of them is to all. Not
 * thread-safe.
 */
abstract sealed class GatheredRows {
  /** One value in so many that is not 0 makes rows worth holding dense. */
  private static final int SPARSE = 8;

  /** Between these, a row times its inverse length is what embedding it under cosine gives. */
  private static final float LEAST_INVERSE = 1e-30f;

  private static final float MOST_INVERSE = 1e30f;

  private final BitSet present;

  private GatheredRows(BitSet present) {
    this.present = present;
  }

  static GatheredRows of(Similarity similarity, FeatureMatrix matrix, RankedPool pool) {
    BitSet present = new BitSet(pool.size());
    for (int i = 0; i < pool.size(); i++) {
      present.set(i, matrix.isPresent(pool.index(i)));
    }
    if (!(similarity instanceof InnerProductSimilarity product)) {
      return new Scanned(present, similarity, matrix, pool);
    }
    Gathering gathering = new Gathering(pool.size(), matrix.dimensions());
    float[] lengths =
        similarity.name().equals(Similarities.cosine().name())
            ? matrix.inverseNorms()
            : new float[0];
    float[] row = new float[matrix.dimensions()];
    for (int i = 0; i < pool.size(); i++) {
      if (matrix.copyRow(pool.index(i), row)) {
        float inverse = lengths.length > 0 ? lengths[pool.index(i)] : 0;
        if (inverse > LEAST_INVERSE && inverse < MOST_INVERSE) {
          gathering.add(i, row, inverse);
        } else {
          gathering.add(i, product.embed(row), 1);
        }
      }
      gathering.end(i);
    }
    return gathering.rows(present);
  }

  final boolean isPresent(int position) {
    return present.get(position);
  }

  /**
   * Writes how alike a work is to every work of the pool.
   *
   * @param position a work that has the feature
   * @param out receives similarities; of no use where the feature is missing
   */
  abstract void compare(int position, double[] out);

  /** Takes embedded rows; sparse until there are too many values. */
  private static final class Gathering {
    private final int size;
    private final int dimensions;
    private final int[] begins;
    private final int[] places;
    private final float[] values;
    private int count;
    private float @Nullable [][] columns;

    Gathering(int size, int dimensions) {
      this.size = size;
      this.dimensions = dimensions;
      begins = new int[size + 1];
      places = new int[(int) ((long) size * dimensions / SPARSE)];
      values = new float[places.length];
    }

    void add(int i, float[] row, float factor) {
      float[][] dense = columns;
      for (int d = 0; d < dimensions && dense == null; d++) {
        if (row[d] != 0) {
          if (count == values.length) {
            dense = dense(i);
          } else {
            places[count] = d;
            values[count++] = factor * row[d];
          }
        }
      }
      for (int d = 0; d < dimensions && dense != null; d++) {
        dense[d][i] = factor * row[d];
      }
    }

    /** Spreads the rows before one. */
    private float[][] dense(int end) {
      float[][] dense = new float[dimensions][size];
      for (int i = 0; i < end; i++) {
        for (int k = begins[i]; k < begins[i + 1]; k++) {
          dense[places[k]][i] = values[k];
        }
      }
      columns = dense;
      return dense;
    }

    void end(int i) {
      begins[i + 1] = count;
    }

    GatheredRows rows(BitSet present) {
      return columns == null
          ? new Sparse(present, begins, places, values, dimensions)
          : new Dense(present, columns);
    }
  }

  /** Embedded rows of which few values are not 0, by their places. */
  private static final class Sparse extends GatheredRows {
    private final int[] begins;
    private final int[] places;
    private final float[] values;
    private final float[] spread;

    Sparse(BitSet present, int[] begins, int[] places, float[] values, int dimensions) {
      super(present);
      this.begins = begins;
      this.places = places;
      this.values = values;
      spread = new float[dimensions];
    }

    @Override
    void compare(int position, double[] out) {
      for (int k = begins[position]; k < begins[position + 1]; k++) {
        spread[places[k]] = values[k];
      }
      for (int i = 0; i + 1 < begins.length; i++) {
        double sum = 0;
        for (int k = begins[i]; k < begins[i + 1]; k++) {
          sum += (double) values[k] * spread[places[k]];
        }
        out[i] = sum;
      }
      for (int k = begins[position]; k < begins[position + 1]; k++) {
        spread[places[k]] = 0;
      }
    }
  }

  /** Embedded rows dimension by dimension, so that a product with all has no reduction. */
  private static final class Dense extends GatheredRows {
    private final float[][] columns;
    private final float[][] one;
    private final float[][] products;

    Dense(BitSet present, float[][] columns) {
      super(present);
      this.columns = columns;
      one = new float[1][columns.length];
      products = new float[1][columns[0].length];
    }

    @Override
    void compare(int position, double[] out) {
      for (int d = 0; d < columns.length; d++) {
        one[0][d] = columns[d][position];
      }
      int size = products[0].length;
      Kernels.best().multiply(columns, 0, size, one, 0, 1, products);
      for (int i = 0; i < size; i++) {
        out[i] = Float.isFinite(products[0][i]) ? products[0][i] : inDoubles(i);
      }
    }

    private double inDoubles(int i) {
      double sum = 0;
      for (int d = 0; d < columns.length; d++) {
        sum += (double) one[0][d] * columns[d][i];
      }
      return sum;
    }
  }

  /** Rows that the similarity itself compares. */
  private static final class Scanned extends GatheredRows {
    private final Similarity similarity;
    private final FeatureMatrix rows;
    private final float[] one;

    Scanned(BitSet present, Similarity similarity, FeatureMatrix matrix, RankedPool pool) {
      super(present);
      this.similarity = similarity;
      one = new float[matrix.dimensions()];
      rows = matrix.gather(IntStream.range(0, pool.size()).map(pool::index).toArray());
    }

    @Override
    void compare(int position, double[] out) {
      rows.copyRow(position, one);
      similarity.scan(one, rows, out);
    }
  }
}
