package io.artrec.djl.text;

import io.artrec.djl.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/** Input buffers outside the heap, used again by every run. Used by one thread at a time. */
final class Workspace {
  private static final int INPUTS = 3;

  private LongBuffer ids = direct(1);
  private LongBuffer mask = direct(1);
  private LongBuffer types = direct(1);

  /**
   * Lays out a batch.
   *
   * @param windows one row each; shorter ones are filled up and masked out
   * @param names the model's names for ids, mask and types, those left out that it does not want
   * @param columns the length of every row, that of the longest window or more
   * @param filler what fills rows up
   * @return the inputs, [windows × columns]
   */
  List<Tensor> fill(List<long[]> windows, List<String> names, int columns, long filler) {
    int rows = windows.size();
    ensure(rows * columns);
    for (int row = 0; row < rows; row++) {
      long[] window = windows.get(row);
      for (int column = 0; column < columns; column++) {
        boolean real = column < window.length;
        ids.put(row * columns + column, real ? window[column] : filler);
        mask.put(row * columns + column, real ? 1 : 0);
      }
    }
    List<Tensor> tensors = new ArrayList<>(INPUTS);
    for (String name : names) {
      LongBuffer values = buffer(name).duplicate();
      values.limit(rows * columns);
      tensors.add(Tensor.of(name, values, rows, columns));
    }
    return tensors;
  }

  private LongBuffer buffer(String name) {
    return name.equals(TextModel.MASK) ? mask : name.equals(TextModel.TYPES) ? types : ids;
  }

  private void ensure(int size) {
    if (ids.capacity() < size) {
      int capacity = Math.max(size, 2 * ids.capacity());
      ids = direct(capacity);
      mask = direct(capacity);
      types = direct(capacity);
    }
  }

  private static LongBuffer direct(int capacity) {
    return ByteBuffer.allocateDirect(capacity * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }
}
