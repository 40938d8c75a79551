package io.artrec.live.internal;

import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Arrays;

/**
 * The keys added last, up to a number of them, in 32 bytes each: a ring in the order of their
 * coming, and a table of places in it, searched from where a key hashes to. Not thread-safe.
 */
final class KeyWindow {
  private static final int SMALLEST = 1 << 10;

  private final int window;
  private long[] users = new long[0];
  private long[] first = new long[0];
  private long[] second = new long[0];

  /** Places in the ring plus 1, or 0; a power of two of cells, at least two for each place. */
  private int[] table = new int[0];

  private int oldest;
  private int size;

  KeyWindow(int window) {
    this.window = window;
  }

  boolean contains(EventKey key) {
    return size > 0 && table[cell(key.first(), key.second())] != 0;
  }

  /** Adds a key, in the place of the oldest when there is no room; false when it is there. */
  boolean add(EventKey key) {
    if (contains(key)) {
      return false;
    }
    if (size == window) {
      remove(cell(first[oldest], second[oldest]));
      oldest = (oldest + 1) % first.length;
      size--;
    } else if (size == first.length) {
      resize(Math.min(window, Math.max(SMALLEST, 2 * size)));
    }
    int place = (oldest + size) % first.length;
    users[place] = key.user();
    first[place] = key.first();
    second[place] = key.second();
    size++;
    table[cell(key.first(), key.second())] = place + 1;
    return true;
  }

  /** Removes the keys of visitors. Cost O(all keys). */
  void removeUsers(LongSet gone) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int from = (oldest + i) % first.length;
      if (!gone.contains(users[from])) {
        int to = (oldest + kept) % first.length;
        users[to] = users[from];
        first[to] = first[from];
        second[to] = second[from];
        kept++;
      }
    }
    for (int i = kept; i < size; i++) {
      int place = (oldest + i) % first.length;
      users[place] = 0;
      first[place] = 0;
      second[place] = 0;
    }
    if (kept < size) {
      size = kept;
      Arrays.fill(table, 0);
      fill();
    }
  }

  private void resize(int places) {
    users = straight(users, places);
    first = straight(first, places);
    second = straight(second, places);
    oldest = 0;
    table = new int[Integer.highestOneBit(2 * places - 1) * 2];
    fill();
  }

  /** The ring from its oldest entry on. */
  private long[] straight(long[] ring, int places) {
    long[] line = new long[places];
    int whole = Math.min(size, ring.length - oldest);
    System.arraycopy(ring, oldest, line, 0, whole);
    System.arraycopy(ring, 0, line, whole, size - whole);
    return line;
  }

  private void fill() {
    for (int i = 0; i < size; i++) {
      int place = (oldest + i) % first.length;
      table[cell(first[place], second[place])] = place + 1;
    }
  }

  /** The cell that leads to a key, or the empty one where it belongs. */
  private int cell(long one, long two) {
    int cell = home(one);
    while (table[cell] != 0 && !(first[table[cell] - 1] == one && second[table[cell] - 1] == two)) {
      cell = (cell + 1) & (table.length - 1);
    }
    return cell;
  }

  private int home(long one) {
    return (int) (one ^ (one >>> 32)) & (table.length - 1);
  }

  /** Empties a cell and moves up those who had to give way to it. */
  private void remove(int cell) {
    int hole = cell;
    int next = hole;
    while (true) {
      next = (next + 1) & (table.length - 1);
      if (table[next] == 0) {
        table[hole] = 0;
        return;
      }
      int home = home(first[table[next] - 1]);
      if (((next - home) & (table.length - 1)) >= ((next - hole) & (table.length - 1))) {
        table[hole] = table[next];
        hole = next;
      }
    }
  }
}
