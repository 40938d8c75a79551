package io.artrec.behavior;

import io.artrec.tabular.RowProblem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Counts times at which hardly a visitor did anything, and shows the first. Not thread-safe. */
final class DoubtfulTimes {
  private long count;
  private String first = "";

  void saw(long line, String written, long epochMillis) {
    if (EventTime.isPlausible(epochMillis)) {
      return;
    }
    count++;
    if (first.isEmpty()) {
      first =
          String.format(
              Locale.ROOT,
              "line %d: '%s', read as %s",
              line,
              RowProblem.printable(written, 40),
              Instant.ofEpochMilli(epochMillis));
    }
  }

  List<String> remarks() {
    return count == 0
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%,d %s outside the years 1990 to 2099 (%s); numbers count seconds from 1970, from"
                    + " 10^11 on milliseconds, from 10^14 on microseconds",
                count,
                count == 1 ? "time lies" : "times lie",
                first));
  }
}
