package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows of events by visitor, and the pairs of a visitor and a work, numbered visitor by
 * visitor. 12 bytes an event.
 */
final class Histories {
  private final Interactions events;
  private final int[] offsets;
  private final int[] rows;
  private final int[] pairOfRow;
  private final int[] pairOffsets;

  Histories(Interactions events) {
    this.events = events;
    int size = events.size();
    offsets = new int[events.userCount() + 1];
    for (int row = 0; row < size; row++) {
      offsets[events.user(row) + 1]++;
    }
    int longest = 0;
    for (int visitor = 0; visitor + 1 < offsets.length; visitor++) {
      longest = Math.max(longest, offsets[visitor + 1]);
      offsets[visitor + 1] += offsets[visitor];
    }
    rows = new int[size];
    int[] next = offsets.clone();
    for (int row = 0; row < size; row++) {
      rows[next[events.user(row)]++] = row;
    }
    pairOfRow = new int[size];
    pairOffsets = new int[offsets.length];
    numberPairs(new long[longest]);
  }

  private void numberPairs(long[] workAndRow) {
    int pair = -1;
    for (int visitor = 0; visitor + 1 < offsets.length; visitor++) {
      int n = end(visitor) - begin(visitor);
      for (int i = 0; i < n; i++) {
        int row = rows[begin(visitor) + i];
        workAndRow[i] = (long) events.artwork(row) << 32 | row;
      }
      Arrays.sort(workAndRow, 0, n);
      for (int i = 0; i < n; i++) {
        if (i == 0 || workAndRow[i] >> 32 != workAndRow[i - 1] >> 32) {
          pair++;
        }
        pairOfRow[(int) workAndRow[i]] = pair;
      }
      pairOffsets[visitor + 1] = pair + 1;
    }
  }

  Interactions events() {
    return events;
  }

  int userCount() {
    return offsets.length - 1;
  }

  /** Where a visitor's rows begin. */
  int begin(int visitor) {
    return offsets[visitor];
  }

  /** Where a visitor's rows end. */
  int end(int visitor) {
    return offsets[visitor + 1];
  }

  int row(int position) {
    return rows[position];
  }

  int pairCount() {
    return pairOffsets[pairOffsets.length - 1];
  }

  int pairOf(int row) {
    return pairOfRow[row];
  }

  int firstPair(int visitor) {
    return pairOffsets[visitor];
  }

  /** How many works a visitor had to do with. */
  int works(int visitor) {
    return pairOffsets[visitor + 1] - pairOffsets[visitor];
  }

  /** The visitors who had to do with so many works or more. */
  int[] visitorsWith(int works) {
    return IntStream.range(0, userCount()).filter(visitor -> works(visitor) >= works).toArray();
  }

  int mostWorks() {
    int most = 0;
    for (int visitor = 0; visitor < userCount(); visitor++) {
      most = Math.max(most, works(visitor));
    }
    return most;
  }

  /** Puts the rows of every visitor in order of time, rows of one time in their order. */
  void sortByTime() {
    int[] support = rows.clone(); // without it, each sort would copy all rows up to its own
    for (int visitor = 0; visitor < userCount(); visitor++) {
      boolean sorted = true;
      for (int p = begin(visitor) + 1; p < end(visitor) && sorted; p++) {
        sorted = events.epochMillis(rows[p - 1]) <= events.epochMillis(rows[p]);
      }
      if (!sorted) {
        IntArrays.mergeSort(
            rows,
            begin(visitor),
            end(visitor),
            (a, b) -> Long.compare(events.epochMillis(a), events.epochMillis(b)),
            support);
      }
    }
  }
}
