package io.artrec.cf.neighbors;

import io.artrec.cf.data.SparseMatrix;
import io.artrec.cf.data.SparseRows;
import io.artrec.cf.data.SparseVector;
import io.artrec.cf.neighbors.VectorSimilarity.Measure;
import io.artrec.cf.neighbors.VectorSimilarity.Weighting;
import java.util.Arrays;

/** Rows prepared for a similarity: sets, centred or weighted entries, and each row's length. */
final class ComparedRows {
  private static final double K1 = 100;
  private static final double B = 0.8;

  private final VectorSimilarity similarity;
  private final SparseMatrix rows;
  private final SparseMatrix columns;
  private final double[] squares;

  /** Means or logarithms of the columns, for vectors that are prepared later; may be empty. */
  private final float[] ofColumns;

  private final double meanLength;

  ComparedRows(VectorSimilarity similarity, SparseMatrix raw) {
    this.similarity = similarity;
    SparseMatrix kept = similarity.measure().comparesSets() ? positive(raw) : raw;
    ofColumns = ofColumns(kept);
    meanLength = meanLength(kept);
    float[] values = new float[kept.size()];
    squares = new double[kept.rows()];
    for (int row = 0; row < kept.rows(); row++) {
      SparseVector prepared = prepared(kept.row(row));
      System.arraycopy(prepared.values(), 0, values, kept.begin(row), prepared.size());
      squares[row] = square(prepared);
    }
    rows = kept.withValues(values);
    columns = rows.transposed();
  }

  private static SparseMatrix positive(SparseMatrix raw) {
    SparseRows kept = new SparseRows(raw.rows(), raw.columns());
    for (int row = 0; row < raw.rows(); row++) {
      kept.set(row, positive(raw.row(row)));
    }
    return kept.toMatrix();
  }

  private static SparseVector positive(SparseVector row) {
    int[] indices = new int[row.size()];
    int count = 0;
    for (int k = 0; k < row.size(); k++) {
      if (row.values()[k] > 0) {
        indices[count++] = row.indices()[k];
      }
    }
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return new SparseVector(Arrays.copyOf(indices, count), ones);
  }

  private float[] ofColumns(SparseMatrix matrix) {
    boolean means = similarity.measure() == Measure.ADJUSTED_COSINE;
    if (!means && similarity.weighting() == Weighting.NONE) {
      return new float[0];
    }
    double[] sums = new double[matrix.columns()];
    int[] counts = new int[matrix.columns()];
    for (int p = 0; p < matrix.size(); p++) {
      sums[matrix.indices()[p]] += matrix.values()[p];
      counts[matrix.indices()[p]]++;
    }
    float[] found = new float[sums.length];
    for (int column = 0; column < found.length; column++) {
      found[column] =
          (float)
              (means
                  ? sums[column] / Math.max(1, counts[column])
                  : Math.log(matrix.rows()) - Math.log1p(counts[column]));
    }
    return found;
  }

  private static double meanLength(SparseMatrix matrix) {
    double sum = 0;
    for (float value : matrix.values()) {
      sum += value;
    }
    return matrix.rows() == 0 ? 1 : sum / matrix.rows();
  }

  /** A row as it is compared, for rows of the matrix and for a newcomer's. */
  SparseVector prepared(SparseVector raw) {
    SparseVector row = similarity.measure().comparesSets() ? positive(raw) : raw;
    float[] values = row.values().clone();
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double length = 1 - B + B * sum / meanLength;
    for (int k = 0; k < values.length; k++) {
      int column = row.indices()[k];
      double x = values[k];
      values[k] =
          (float)
              switch (similarity.measure()) {
                case ADJUSTED_COSINE -> x - ofColumns[column];
                case PEARSON -> x - sum / values.length;
                default ->
                    switch (similarity.weighting()) {
                      case NONE -> x;
                      case TF_IDF -> Math.signum(x) * Math.sqrt(Math.abs(x)) * ofColumns[column];
                      case BM25 -> x * (K1 + 1) / (K1 * length + x) * ofColumns[column];
                    };
              };
    }
    return new SparseVector(row.indices(), values);
  }

  static double square(SparseVector row) {
    double square = 0;
    for (float value : row.values()) {
      square += (double) value * value;
    }
    return square;
  }

  int size() {
    return rows.rows();
  }

  SparseMatrix rows() {
    return rows;
  }

  /** How much work comparing a vector with all rows is: the entries it meets. */
  long cost(SparseVector vector) {
    long cost = 0;
    for (int index : vector.indices()) {
      cost += columns.length(index);
    }
    return cost;
  }

  /** Compares a prepared vector with all rows; {@code result} holds what meets it. */
  void compare(SparseVector vector, Products result) {
    int[] others = columns.indices();
    float[] values = columns.values();
    boolean all = cost(vector) >= size() / 8;
    result.start(all);
    for (int k = 0; k < vector.size(); k++) {
      int column = vector.indices()[k];
      result.add(vector.values()[k], others, values, columns.begin(column), columns.end(column));
    }
  }

  /** The similarity to a row that was met. */
  double similarity(SparseVector vector, double square, int other, Products products) {
    float product = products.product(other);
    int shared = similarity.measure().comparesSets() ? (int) product : products.shared(other);
    return similarity.value(
        product, shared, square, squares[other], vector.size(), rows.length(other), rows.columns());
  }

  double squareOf(int row) {
    return squares[row];
  }
}
