package io.artrec.eval.online;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;

/** The rows of a log, brought together by visitor; rows of one visitor keep their order. */
final class RowsByUser {
  private final int[] rows;
  private final int[] starts;

  RowsByUser(ImpressionLog log) {
    int visitors = log.userCount();
    starts = new int[visitors + 1];
    for (int row = 0; row < log.size(); row++) {
      starts[log.visitor(row) + 1]++;
    }
    for (int visitor = 0; visitor < visitors; visitor++) {
      starts[visitor + 1] += starts[visitor];
    }
    int[] next = starts.clone();
    rows = new int[log.size()];
    for (int row = 0; row < log.size(); row++) {
      rows[next[log.visitor(row)]++] = row;
    }
  }

  /** Sorts each visitor's rows. */
  RowsByUser sorted(IntComparator order) {
    for (int visitor = 0; visitor < starts.length - 1; visitor++) {
      IntArrays.quickSort(rows, starts[visitor], starts[visitor + 1], order);
    }
    return this;
  }

  /** The position of a visitor's first row; that of the number of visitors is the end. */
  int start(int visitor) {
    return starts[visitor];
  }

  int row(int position) {
    return rows[position];
  }
}
