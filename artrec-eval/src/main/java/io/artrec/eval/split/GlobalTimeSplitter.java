package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything from one moment on is tested; the moment is given, or that of a share of events. */
record GlobalTimeSplitter(double ratio, Optional<Instant> at, boolean repeats) implements Splitter {
  /** The share where none is given. */
  static final double RATIO = 0.2;

  GlobalTimeSplitter {
    Share.require("ratio", ratio);
    at.ifPresent(TimeText::requireUsable);
  }

  @Override
  public String name() {
    return "global-time:"
        + at.map(moment -> "at=" + moment).orElse("ratio=" + ratio)
        + (repeats ? ",repeats=true" : "");
  }

  @Override
  public List<Split> split(Catalog catalog, Interactions interactions, long seed) {
    Interactions events = Parts.usable(name(), catalog, interactions);
    Parts.requireTimes(name(), events);
    TimeWindows windows = new TimeWindows(events);
    long cut = at.map(Instant::toEpochMilli).orElseGet(() -> cut(windows.sortedTimes()));
    return List.of(
        windows
            .parts(cut, Long.MAX_VALUE, repeats)
            .split(
                name(),
                0,
                "the cut is at "
                    + Instant.ofEpochMilli(cut)
                    + ", the events reach from "
                    + Instant.ofEpochMilli(windows.first())
                    + " to "
                    + Instant.ofEpochMilli(windows.last())));
  }

  /** The moment that parts the events most nearly in the ratio, and leaves none empty. */
  private long cut(long[] times) {
    if (times.length < 2) {
      return times[0];
    }
    int tested = Share.of(ratio, times.length);
    int from = times.length - tested;
    long moment = times[from];
    int more = times.length - lowerBound(times, moment);
    int fewer = times.length - lowerBound(times, moment + 1);
    boolean nearerBelow = tested - fewer < more - tested;
    return fewer > 0 && (nearerBelow || more == times.length)
        ? times[times.length - fewer]
        : moment;
  }

  private static int lowerBound(long[] times, long moment) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
