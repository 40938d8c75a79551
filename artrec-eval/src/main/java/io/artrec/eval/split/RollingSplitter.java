package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Windows of time that end with the last event; each is tested on all before it. */
record RollingSplitter(int windows, Duration width, boolean repeats) implements Splitter {
  private static final Duration WIDEST = Duration.ofDays(366 * 1_000);

  RollingSplitter {
    Share.requireAtLeast("windows", windows, 1);
    if (windows > 10_000) {
      throw new IllegalArgumentException("windows is " + windows + ", expected 10,000 at most");
    }
    if (width.toMillis() < 1 || width.compareTo(WIDEST) > 0) {
      throw new IllegalArgumentException(
          "width is " + width + ", expected a millisecond to a thousand years, as in width=30d");
    }
  }

  @Override
  public String name() {
    return "rolling:windows="
        + windows
        + ",width="
        + TimeText.width(width)
        + (repeats ? ",repeats=true" : "");
  }

  @Override
  public List<Split> split(Catalog catalog, Interactions interactions, long seed) {
    Interactions events = Parts.usable(name(), catalog, interactions);
    Parts.requireTimes(name(), events);
    TimeWindows times = new TimeWindows(events);
    long end = times.last() + 1;
    List<Split> splits = new ArrayList<>();
    for (int window = 1; window <= windows; window++) {
      long from = end - (windows - window + 1) * width.toMillis();
      long to = from + width.toMillis();
      splits.add(
          times
              .parts(from, to, repeats)
              .split(
                  name() + " " + window + "/" + windows,
                  0,
                  "this window reaches from "
                      + Instant.ofEpochMilli(from)
                      + " to before "
                      + Instant.ofEpochMilli(to)
                      + ", the first event is at "
                      + Instant.ofEpochMilli(times.first())
                      + "; choose fewer windows or another width"));
    }
    return List.copyOf(splits);
  }
}
