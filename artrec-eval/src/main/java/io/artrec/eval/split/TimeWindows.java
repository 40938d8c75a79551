package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import java.util.Arrays;
import java.util.BitSet;

/** Cuts across all visitors at moments; every event has a time. */
final class TimeWindows {
  private final Interactions events;
  private final Histories histories;
  private final long[] sortedTimes;

  TimeWindows(Interactions events) {
    this.events = events;
    histories = new Histories(events);
    sortedTimes = new long[events.size()];
    for (int row = 0; row < sortedTimes.length; row++) {
      sortedTimes[row] = events.epochMillis(row);
    }
    Arrays.sort(sortedTimes);
  }

  long[] sortedTimes() {
    return sortedTimes;
  }

  long first() {
    return sortedTimes[0];
  }

  long last() {
    return sortedTimes[sortedTimes.length - 1];
  }

  /** What is before {@code from} is learned, what is from there and before {@code to} tested. */
  Parts parts(long from, long to, boolean repeats) {
    BitSet known = new BitSet(histories.pairCount());
    for (int row = 0; row < events.size() && !repeats; row++) {
      if (events.epochMillis(row) < from) {
        known.set(histories.pairOf(row));
      }
    }
    Parts parts = new Parts(events);
    for (int row = 0; row < events.size(); row++) {
      long time = events.epochMillis(row);
      if (time >= from) {
        parts.put(row, time < to && !known.get(histories.pairOf(row)) ? Parts.TEST : Parts.NONE);
      }
    }
    return parts;
  }
}
