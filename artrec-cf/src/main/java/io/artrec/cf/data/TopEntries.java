package io.artrec.cf.data;

import java.util.Arrays;

/**
 * Keeps the k largest of the entries offered, ties by the smaller index. A binary heap with the
 * least of them at its root; reused row after row. Not thread-safe.
 */
public final class TopEntries {
  private final int most;
  private int[] indices;
  private float[] values;
  private int size;

  /**
   * Creates an empty selection.
   *
   * @param most how many to keep, 1 or more
   */
  public TopEntries(int most) {
    this.most = most;
    int first = Math.min(most, 64);
    indices = new int[first];
    values = new float[first];
  }

  /** Forgets what was offered. */
  public void clear() {
    size = 0;
  }

  /**
   * Returns how many are kept.
   *
   * @return 0 to {@code most}
   */
  public int size() {
    return size;
  }

  /**
   * Offers an entry.
   *
   * @param index its index
   * @param value its value, not NaN
   */
  public void offer(int index, float value) {
    if (size < most) {
      if (size == indices.length) {
        int larger = (int) Math.min(most, 2L * size);
        indices = Arrays.copyOf(indices, larger);
        values = Arrays.copyOf(values, larger);
      }
      indices[size] = index;
      values[size] = value;
      up(size++);
    } else if (value > values[0] || (value == values[0] && index < indices[0])) {
      indices[0] = index;
      values[0] = value;
      down();
    }
  }

  /**
   * Returns what is kept, by ascending index.
   *
   * @return the entries
   */
  public SparseVector byIndex() {
    long[] keyed = new long[size];
    for (int i = 0; i < size; i++) {
      keyed[i] = (long) indices[i] << 32 | (Float.floatToRawIntBits(values[i]) & 0xFFFFFFFFL);
    }
    Arrays.sort(keyed);
    int[] sorted = new int[size];
    float[] with = new float[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = (int) (keyed[i] >>> 32);
      with[i] = Float.intBitsToFloat((int) keyed[i]);
    }
    return new SparseVector(sorted, with);
  }

  private boolean worse(int a, int b) {
    return values[a] < values[b] || (values[a] == values[b] && indices[a] > indices[b]);
  }

  private void up(int start) {
    int child = start;
    while (child > 0 && worse(child, (child - 1) / 2)) {
      swap(child, (child - 1) / 2);
      child = (child - 1) / 2;
    }
  }

  private void down() {
    int parent = 0;
    while (true) {
      int least = parent;
      for (int child = 2 * parent + 1; child <= 2 * parent + 2 && child < size; child++) {
        least = worse(child, least) ? child : least;
      }
      if (least == parent) {
        return;
      }
      swap(parent, least);
      parent = least;
    }
  }

  private void swap(int a, int b) {
    int index = indices[a];
    float value = values[a];
    indices[a] = indices[b];
    values[a] = values[b];
    indices[b] = index;
    values[b] = value;
  }
}
