package io.artrec.cf.content;

/**
 * What works are, as rows of a design matrix: a column for each level of a facet and for each
 * continuous covariate, columns of a family together. Immutable; the arrays are shared, for
 * innermost loops.
 *
 * @param families where each family's columns begin, and where the last ends
 * @param starts where each work's entries begin, and where the last ends
 * @param columns the column of each entry, ascending within a work
 * @param values the entries
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
record WorkRows(int[] families, int[] starts, int[] columns, float[] values) {
  int works() {
    return starts.length - 1;
  }

  int width() {
    return families[families.length - 1];
  }

  int familyCount() {
    return families.length - 1;
  }

  /** The product of a work's row with the part of a vector that begins at a place. */
  double product(int work, double[] vector, int from) {
    double sum = 0;
    for (int p = starts[work]; p < starts[work + 1]; p++) {
      sum += values[p] * vector[from + columns[p]];
    }
    return sum;
  }

  /** Adds a multiple of a work's row to the part of a vector that begins at a place. */
  void add(int work, double times, double[] vector, int from) {
    for (int p = starts[work]; p < starts[work + 1]; p++) {
      vector[from + columns[p]] += times * values[p];
    }
  }

  /** The family of each column. */
  int[] familyOfColumns() {
    int[] family = new int[width()];
    for (int f = 0; f < familyCount(); f++) {
      for (int column = families[f]; column < families[f + 1]; column++) {
        family[column] = f;
      }
    }
    return family;
  }
}
