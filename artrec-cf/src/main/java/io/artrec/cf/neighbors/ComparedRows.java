package io.artrec.cf.neighbors;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseMatrixBuilder;
import io.artrec.cf.data.internal.SparseVector;
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

  /** What each row contributes to the denominator of a cosine, as the one or as the other. */
  private final double[] ownFactors;

  private final double[] otherFactors;

  private final boolean sets;

  /** Means or logarithms of the columns, for vectors that are prepared later; may be empty. */
  private final float[] ofColumns;

  private final double meanLength;

  ComparedRows(VectorSimilarity similarity, SparseMatrix raw) {
    this.similarity = similarity;
    SparseMatrix kept = similarity.measure().comparesSets() ? positive(raw) : raw;
    ofColumns = ofColumns(kept);
    meanLength = meanLength(kept);
    float[] values = new float[kept.size()];
    ownFactors = new double[kept.rows()];
    otherFactors = new double[kept.rows()];
    sets = similarity.measure().comparesSets();
    for (int row = 0; row < kept.rows(); row++) {
      SparseVector prepared = prepared(kept.row(row));
      System.arraycopy(prepared.values(), 0, values, kept.begin(row), prepared.size());
      double square = square(prepared);
      ownFactors[row] = similarity.ownFactor(square);
      otherFactors[row] = similarity.otherFactor(square);
    }
    rows = kept.withValues(values);
    columns = rows.transposed();
  }

  private static SparseMatrix positive(SparseMatrix raw) {
    SparseMatrixBuilder kept = new SparseMatrixBuilder(raw.rows(), raw.columns());
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

  private static double square(SparseVector row) {
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
    result.start(cost(vector) >= size() / 8 ? size() : 0);
    for (int k = 0; k < vector.size(); k++) {
      int column = vector.indices()[k];
      result.add(vector.values()[k], others, values, columns.begin(column), columns.end(column));
    }
  }

  /** Compares a row with those before it. */
  void compareBefore(int row, Products result) {
    int[] others = columns.indices();
    float[] values = columns.values();
    int[] shared = rows.indices();
    int begin = rows.begin(row);
    int end = rows.end(row);
    long cost = 0;
    for (int p = begin; p < end; p++) {
      cost += columns.length(shared[p]);
    }
    result.start(cost >= row / 4 ? row : 0);
    for (int p = begin; p < end; p++) {
      int from = columns.begin(shared[p]);
      int to = Arrays.binarySearch(others, from, columns.end(shared[p]), row);
      result.add(rows.values()[p], others, values, from, to);
    }
  }

  /** What a prepared vector contributes to the denominator of a cosine. */
  double ownFactor(SparseVector vector) {
    return similarity.ownFactor(square(vector));
  }

  double ownFactor(int row) {
    return ownFactors[row];
  }

  /** The similarity to a row that was met, of a vector with some entries and that factor. */
  double similarity(int count, double ownFactor, int other, Products products) {
    return similarity(count, ownFactor, other, other, products);
  }

  /** The same, when the product stands at another row. */
  double similarity(int count, double ownFactor, int other, int at, Products products) {
    float product = products.product(at);
    int shared = sets ? (int) product : products.shared(at);
    return similarity.value(
        product, shared, ownFactor, otherFactors[other], count, rows.length(other), rows.columns());
  }
}
