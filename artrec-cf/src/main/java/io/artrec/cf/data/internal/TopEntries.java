package io.artrec.cf.data.internal;

import java.util.Arrays;

/**
 * Keeps the k largest of the entries offered, ties by the smaller index, in any order of offering.
 * Entries gather in a buffer of twice as many; when it is full, the smaller half goes (Hoare,
 * Algorithm 65: Find, 1961). O(1) an entry on average; reused row after row. Not thread-safe.
 */
public final class TopEntries {
  private static final int FIRST = 64;

  private final int most;

  /** Value in the upper half, so that order is that of values; complement of the index below. */
  private long[] keys;

  private int size;

  /** The least key that was kept when the buffer was last full. */
  private long bound;

  /**
   * Creates an empty selection.
   *
   * @param most how many to keep, 1 or more
   */
  public TopEntries(int most) {
    this.most = most;
    keys = new long[(int) Math.min(FIRST, 2L * most)];
    clear();
  }

  /** Forgets what was offered. */
  public void clear() {
    size = 0;
    bound = Long.MIN_VALUE;
  }

  /**
   * Returns how many are kept.
   *
   * @return 0 to {@code most}
   */
  public int size() {
    return Math.min(size, most);
  }

  /**
   * Offers an entry.
   *
   * @param index its index
   * @param value its value, not NaN
   */
  public void offer(int index, float value) {
    add((long) order(Float.floatToRawIntBits(value + 0f)) << 32 | (~index & 0xFFFFFFFFL));
  }

  private void add(long key) {
    if (key > bound) {
      if (size == keys.length) {
        makeRoom();
      }
      keys[size++] = key;
    }
  }

  private void makeRoom() {
    if (size < 2L * most) {
      keys = Arrays.copyOf(keys, (int) Math.min(2L * most, 2L * size));
    } else {
      cut();
    }
  }

  /** Lets all but the {@code most} largest go. */
  private void cut() {
    if (size > most) {
      select(keys, size, most);
      size = most;
      bound = keys[most - 1];
    }
  }

  /** Brings the largest to the front, the least of them to their end. */
  private static void select(long[] keys, int size, int count) {
    int from = 0;
    int to = size - 1;
    int wanted = count - 1;
    while (from < to) {
      long pivot = median(keys[from], keys[(from + to) >>> 1], keys[to]);
      int i = from;
      int j = to;
      while (i <= j) {
        while (keys[i] > pivot) {
          i++;
        }
        while (keys[j] < pivot) {
          j--;
        }
        if (i <= j) {
          long kept = keys[i];
          keys[i++] = keys[j];
          keys[j--] = kept;
        }
      }
      if (wanted <= j) {
        to = j;
      } else if (wanted >= i) {
        from = i;
      } else {
        return;
      }
    }
  }

  private static long median(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  /** Makes the order of float bits that of integers, and back. */
  private static int order(int bits) {
    return bits ^ ((bits >> 31) & 0x7FFFFFFF);
  }

  /**
   * Returns what a value must reach to be kept.
   *
   * @return at most the least value kept; negative infinity while nothing was let go
   */
  public float bound() {
    return bound == Long.MIN_VALUE
        ? Float.NEGATIVE_INFINITY
        : Float.intBitsToFloat(order((int) (bound >> 32)));
  }

  /**
   * Offers what another selection keeps.
   *
   * @param other the other selection
   */
  public void offerAll(TopEntries other) {
    for (int i = 0; i < other.size; i++) {
      add(other.keys[i]);
    }
  }

  /**
   * Returns what is kept, by ascending index.
   *
   * @return the entries
   */
  public SparseVector byIndex() {
    cut();
    long[] keyed = new long[size];
    for (int i = 0; i < size; i++) {
      keyed[i] = (long) ~(int) keys[i] << 32 | (keys[i] >>> 32);
    }
    Arrays.sort(keyed);
    int[] sorted = new int[size];
    float[] with = new float[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = (int) (keyed[i] >>> 32);
      with[i] = Float.intBitsToFloat(order((int) keyed[i]));
    }
    return new SparseVector(sorted, with);
  }
}
