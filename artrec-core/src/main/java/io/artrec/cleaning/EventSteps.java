package io.artrec.cleaning;

import io.artrec.behavior.Interactions;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/** The steps that look at whole events. */
final class EventSteps {
  private static final long MILLIS_PER_DAY = 86_400_000L;

  /** Tells from a visitor's rows, and how many there are, whether the visitor is too busy. */
  private interface Busy {
    boolean test(Sweep sweep, int[] rows, int from, int to);
  }

  private EventSteps() {}

  static CleaningStep duplicates() {
    return sweep -> {
      Interactions events = sweep.events();
      ObjectOpenHashSet<String> seen = new ObjectOpenHashSet<>();
      for (int row = sweep.firstKept(); row >= 0; row = sweep.nextKept(row)) {
        Optional<String> id = events.eventId(row);
        if (id.isPresent() && !seen.add(id.get())) {
          sweep.drop(row);
        }
      }
      sweep.forEachUser(false, (rows, from, to) -> dropRepeated(sweep, rows, from, to));
      sweep.report("duplicates", "an earlier event has the same id, or the same in all but the id");
    };
  }

  private static void dropRepeated(Sweep sweep, int[] rows, int from, int to) {
    Interactions events = sweep.events();
    IntArrays.quickSort(
        rows,
        from,
        to,
        (a, b) -> {
          int order = compare(sweep, a, b);
          return order != 0 ? order : Integer.compare(a, b);
        });
    for (int i = from; i < to; ) {
      boolean named = events.eventId(rows[i]).isPresent();
      int next = i + 1;
      while (next < to && compare(sweep, rows[i], rows[next]) == 0) {
        if (!(named && events.eventId(rows[next]).isPresent())) {
          sweep.drop(rows[next]);
        }
        next++;
      }
      i = next;
    }
  }

  private static int compare(Sweep sweep, int a, int b) {
    Interactions events = sweep.events();
    int order = Integer.compare(events.artwork(a), events.artwork(b));
    order = order != 0 ? order : events.kind(a).compareTo(events.kind(b));
    order = order != 0 ? order : Long.compare(events.epochMillis(a), events.epochMillis(b));
    return order != 0 ? order : Float.compare(sweep.value(a), sweep.value(b));
  }

  static CleaningStep unknownArtworks() {
    return sweep -> {
      Interactions events = sweep.events();
      BitSet known = new BitSet(events.artworkCount());
      for (int artwork = 0; artwork < events.artworkCount(); artwork++) {
        known.set(artwork, sweep.catalog().indexOf(events.artworkId(artwork)).isPresent());
      }
      for (int row = sweep.firstKept(); row >= 0; row = sweep.nextKept(row)) {
        if (!known.get(events.artwork(row))) {
          sweep.drop(row);
        }
      }
      sweep.report("unknown artworks", "the catalogue does not hold the artwork");
    };
  }

  static CleaningStep busyInAll(int most) {
    return busy(
        (sweep, rows, from, to) -> to - from > most,
        String.format(Locale.ROOT, "the visitor has more than %,d events", most));
  }

  static CleaningStep busyPerDay(int most) {
    return busy(
        (sweep, rows, from, to) -> busiestDay(sweep, rows, from, to) > most,
        String.format(Locale.ROOT, "the visitor has more than %,d events on one day (UTC)", most));
  }

  static CleaningStep busyByZScore(double most) {
    return sweep -> {
      double[] counts = new double[sweep.events().userCount()];
      int[] users = {0};
      sweep.forEachUser(false, (rows, from, to) -> counts[users[0]++] = to - from);
      double[] present = Arrays.copyOf(counts, users[0]);
      double mean = present.length == 0 ? 0 : Statistics.mean(present);
      double limit = mean + most * Statistics.deviation(present, mean);
      busy(
              (each, rows, from, to) -> to - from > limit,
              String.format(
                  Locale.ROOT, "the visitor's events are over %s deviations above the mean", most))
          .sweep(sweep);
    };
  }

  private static CleaningStep busy(Busy rule, String why) {
    return sweep -> {
      sweep.forEachUser(
          false,
          (rows, from, to) -> {
            if (rule.test(sweep, rows, from, to)) {
              for (int i = from; i < to; i++) {
                sweep.drop(rows[i]);
              }
            }
          });
      sweep.report("busy visitors", why);
    };
  }

  private static int busiestDay(Sweep sweep, int[] rows, int from, int to) {
    long[] days = new long[to - from];
    int dated = 0;
    for (int i = from; i < to; i++) {
      long time = sweep.events().epochMillis(rows[i]);
      if (time != Interactions.NO_TIME) {
        days[dated++] = Math.floorDiv(time, MILLIS_PER_DAY);
      }
    }
    Arrays.sort(days, 0, dated);
    int busiest = 0;
    int run = 0;
    for (int i = 0; i < dated; i++) {
      run = i > 0 && days[i] == days[i - 1] ? run + 1 : 1;
      busiest = Math.max(busiest, run);
    }
    return busiest;
  }
}
