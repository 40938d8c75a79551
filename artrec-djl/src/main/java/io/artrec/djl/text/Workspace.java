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
   * @param windows one row each; shorter ones are padded with zeros and masked out
   * @param names the model's names for ids, mask and types, the last left out when it wants none
   * @return the inputs, [windows × longest]
   */
  List<Tensor> fill(List<long[]> windows, List<String> names) {
    int rows = windows.size();
    int columns = windows.stream().mapToInt(window -> window.length).max().orElse(0);
    ensure(rows * columns);
    for (int row = 0; row < rows; row++) {
      long[] window = windows.get(row);
      for (int column = 0; column < columns; column++) {
        boolean real = column < window.length;
        ids.put(row * columns + column, real ? window[column] : 0);
        mask.put(row * columns + column, real ? 1 : 0);
      }
    }
    List<LongBuffer> buffers = List.of(ids, mask, types);
    List<Tensor> tensors = new ArrayList<>(INPUTS);
    for (int i = 0; i < names.size(); i++) {
      LongBuffer values = buffers.get(i).duplicate();
      values.limit(rows * columns);
      tensors.add(Tensor.of(names.get(i), values, rows, columns));
    }
    return tensors;
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
