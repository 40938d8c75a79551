package io.artrec.cf.content;

import io.artrec.cf.data.internal.SparseMatrix;
import java.util.Arrays;

/**
 * Which columns the rated works of each visitor have: those of which a visitor has effects of their
 * own.
 *
 * @param starts where each visitor's begin, and where the last end
 * @param columns ascending within a visitor
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
record OwnColumns(int[] starts, int[] columns) {
  static OwnColumns of(SparseMatrix ratings, WorkRows rows) {
    int[] starts = new int[ratings.rows() + 1];
    int[] columns = new int[1024];
    int[] lastVisitor = new int[rows.width()];
    Arrays.fill(lastVisitor, -1);
    int size = 0;
    for (int visitor = 0; visitor < ratings.rows(); visitor++) {
      int from = size;
      for (int p = ratings.begin(visitor); p < ratings.end(visitor); p++) {
        int work = ratings.indices()[p];
        for (int q = rows.starts()[work]; q < rows.starts()[work + 1]; q++) {
          int column = rows.columns()[q];
          if (lastVisitor[column] != visitor) {
            lastVisitor[column] = visitor;
            if (size == columns.length) {
              columns = Arrays.copyOf(columns, 2 * size);
            }
            columns[size++] = column;
          }
        }
      }
      Arrays.sort(columns, from, size);
      starts[visitor + 1] = size;
    }
    return new OwnColumns(starts, Arrays.copyOf(columns, size));
  }

  int size() {
    return columns.length;
  }
}
