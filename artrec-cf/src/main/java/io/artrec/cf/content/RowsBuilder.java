package io.artrec.cf.content;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/** Puts {@link WorkRows} together, work after work. */
final class RowsBuilder {
  private final int[] starts;
  private final IntArrayList columns = new IntArrayList();
  private final FloatArrayList values = new FloatArrayList();

  RowsBuilder(int works) {
    starts = new int[works + 1];
  }

  /** Adds an entry of the current work; columns ascend, and 0 is no entry. */
  void add(int column, float value) {
    if (value != 0) {
      columns.add(column);
      values.add(value);
    }
  }

  void endWork(int work) {
    starts[work + 1] = columns.size();
  }

  WorkRows build(int[] families) {
    return new WorkRows(families, starts, columns.toIntArray(), values.toFloatArray());
  }
}
