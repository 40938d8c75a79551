package io.artrec.cf.rating;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.rating.RatingSimilarity.Measure;
import it.unimi.dsi.fastutil.ints.IntArrays;

/** Rows of ratings, centred for a similarity, to be compared with one of them or a newcomer's. */
final class ComparedRatings {
  private final RatingSimilarity similarity;
  private final double[] squares;

  /** The pattern of columns by rows, and the value of each entry. */
  private final SparseMatrix columns;

  private final double[] values;

  /**
   * Prepares rows.
   *
   * @param similarity how rows are compared
   * @param rows the pattern of what is compared
   * @param centred the value of each entry of {@code rows}
   */
  ComparedRatings(RatingSimilarity similarity, SparseMatrix rows, double[] centred) {
    this.similarity = similarity;
    columns = rows.transposed();
    values = transposed(rows, centred);
    squares = new double[rows.rows()];
    for (int row = 0; row < squares.length; row++) {
      for (int p = rows.begin(row); p < rows.end(row); p++) {
        squares[row] += centred[p] * centred[p];
      }
    }
  }

  /** The entries of a matrix in the order of its transpose. */
  static double[] transposed(SparseMatrix matrix, double[] entries) {
    int[] next = new int[matrix.columns() + 1];
    for (int column : matrix.indices()) {
      next[column + 1]++;
    }
    for (int column = 0; column < matrix.columns(); column++) {
      next[column + 1] += next[column];
    }
    double[] moved = new double[entries.length];
    for (int p = 0; p < entries.length; p++) {
      moved[next[matrix.indices()[p]]++] = entries[p];
    }
    return moved;
  }

  int size() {
    return squares.length;
  }

  /** Compares a vector with all rows, and leaves those that are alike in {@code result}. */
  void compare(int[] indices, double[] vector, int from, int to, Likeness result) {
    result.start();
    double square = 0;
    for (int k = from; k < to; k++) {
      double own = vector[k];
      square += own * own;
      add(own, columns.begin(indices[k]), columns.end(indices[k]), result);
    }
    for (int i = 0; i < result.metCount; i++) {
      int row = result.met[i];
      double raw = raw(row, square, result);
      int common = similarity.needsCounts() ? result.counts[row] : 1;
      double value = similarity.bounded(raw, common);
      if (value > 0) {
        result.values[row] = value;
        result.ranked[result.size++] = row;
      }
    }
  }

  private void add(double own, int begin, int end, Likeness to) {
    Measure measure = similarity.measure();
    boolean counted = similarity.needsCounts();
    for (int p = begin; p < end; p++) {
      int row = columns.indices()[p];
      double other = values[p];
      to.meet(row);
      if (counted) {
        to.counts[row]++;
      }
      if (measure == Measure.MSD) {
        to.products[row] += (own - other) * (own - other);
      } else {
        to.products[row] += own * other;
        if (measure.isOfCommon()) {
          to.ownSquares[row] += own * own;
          to.otherSquares[row] += other * other;
          to.ownSums[row] += own;
          to.otherSums[row] += other;
        }
      }
    }
  }

  private double raw(int row, double square, Likeness sums) {
    double product = sums.products[row];
    return switch (similarity.measure()) {
      case COSINE, ADJUSTED_COSINE ->
          ratio(product, Math.sqrt(square) * Math.sqrt(squares[row]) + similarity.shrinkage());
      case PEARSON -> pearson(row, sums);
      case PEARSON_BASELINE ->
          ratio(product, Math.sqrt(sums.ownSquares[row] * sums.otherSquares[row]));
      case MSD -> 1 / (1 + product / sums.counts[row]);
    };
  }

  private static double pearson(int row, Likeness sums) {
    int n = sums.counts[row];
    double own = sums.ownSums[row];
    double other = sums.otherSums[row];
    // Times n, so that ratings in halves give exact numbers, and equal correlations are equal.
    double ownSquare = n * sums.ownSquares[row] - own * own;
    double otherSquare = n * sums.otherSquares[row] - other * other;
    if (ownSquare <= 1e-9 * n * sums.ownSquares[row]
        || otherSquare <= 1e-9 * n * sums.otherSquares[row]) {
      return 0; // does not vary, but for rounding
    }
    return (n * sums.products[row] - own * other) / Math.sqrt(ownSquare * otherSquare);
  }

  private static double ratio(double above, double below) {
    return below > 0 ? above / below : 0;
  }

  /** The rows alike to a vector. Reused; one thread's. */
  static final class Likeness {
    private final double[] products;
    private final double[] ownSquares;
    private final double[] otherSquares;
    private final double[] ownSums;
    private final double[] otherSums;
    private final int[] counts;
    private final int[] stamps;
    private final int[] met;
    private final double[] values;
    private final int[] ranked;
    private int stamp;
    private int metCount;
    private int size;

    Likeness(ComparedRatings compared) {
      int rows = compared.size();
      Measure measure = compared.similarity.measure();
      int common = measure.isOfCommon() && measure != Measure.MSD ? rows : 0;
      products = new double[rows];
      ownSquares = new double[common];
      otherSquares = new double[common];
      ownSums = new double[common];
      otherSums = new double[common];
      counts = new int[compared.similarity.needsCounts() ? rows : 0];
      stamps = new int[rows];
      met = new int[rows];
      values = new double[rows];
      ranked = new int[rows];
    }

    private void start() {
      stamp++;
      metCount = 0;
      size = 0;
    }

    private void meet(int row) {
      if (stamps[row] == stamp) {
        return;
      }
      stamps[row] = stamp;
      met[metCount++] = row;
      products[row] = 0;
      if (counts.length > 0) {
        counts[row] = 0;
      }
      if (ownSums.length > 0) {
        ownSquares[row] = 0;
        otherSquares[row] = 0;
        ownSums[row] = 0;
        otherSums[row] = 0;
      }
    }

    /** Takes a row out, in the order that {@link #rank} has not yet made. */
    void remove(int row) {
      for (int i = 0; i < size; i++) {
        if (ranked[i] == row) {
          ranked[i] = ranked[--size];
          return;
        }
      }
    }

    /** Puts the rows alike into order: the most alike first, ties by the smaller number. */
    void rank() {
      IntArrays.quickSort(
          ranked,
          0,
          size,
          (a, b) -> {
            int byValue = Double.compare(values[b], values[a]);
            return byValue != 0 ? byValue : Integer.compare(a, b);
          });
    }

    int size() {
      return size;
    }

    int row(int i) {
      return ranked[i];
    }

    double value(int row) {
      return values[row];
    }
  }
}
