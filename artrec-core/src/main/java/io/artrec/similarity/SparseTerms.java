package io.artrec.similarity;

import io.artrec.vector.SparseRows;

/**
 * Sums of a term over the dimensions of a query and of each sparse row, at the cost of the row's
 * values: what a row without values gets, and the differences that its values make.
 */
final class SparseTerms {
  /** A sum this much smaller than what it is the rest of has lost digits and is summed anew. */
  private static final double CANCELLED = 1e-6;

  /** What a dimension adds, 0 or more; 0 for two zeros. */
  @FunctionalInterface
  interface Term {
    double of(double query, double row);
  }

  private SparseTerms() {}

  /** What a row of zeros gets. */
  static double alone(float[] query, Term term) {
    double sum = 0;
    for (float value : query) {
      sum += term.of(value, 0);
    }
    return sum;
  }

  /**
   * Writes a sum for each row.
   *
   * @param alone what {@link #alone} gives for the query
   * @param out receives the sums, from {@code start} on
   */
  static void scan(
      float[] query, double alone, SparseRows rows, Term term, double[] out, int start) {
    int[] columns = rows.columns();
    float[] values = rows.values();
    for (int row = 0; row < rows.rows(); row++) {
      double sum = alone;
      for (int k = rows.start(row); k < rows.start(row + 1); k++) {
        double value = query[columns[k]];
        sum += term.of(value, values[k]) - term.of(value, 0);
      }
      out[start + row] = sum < CANCELLED * alone ? exact(query, rows, row, term) : sum;
    }
  }

  private static double exact(float[] query, SparseRows rows, int row, Term term) {
    float[] whole = new float[query.length];
    rows.copyRow(row, whole);
    double sum = 0;
    for (int d = 0; d < query.length; d++) {
      sum += term.of(query[d], whole[d]);
    }
    return sum;
  }
}
