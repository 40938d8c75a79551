package io.artrec.eval.online;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How what visitors did is joined to what they were shown. An event belongs to the latest
 * impression of the same work for the same visitor that is not after it and at most the window
 * before it ("last touch"); an event without such an impression belongs to none. An impression
 * keeps what it already holds; several events may belong to one impression and count once, except
 * that their stays add up. Immutable.
 *
 * @param window how long after an impression an event may still belong to it, above 0
 * @param clicks the kinds of events that are clicks
 * @param conversions the kinds that are conversions; a conversion makes no click
 * @param dwell the kind whose {@link Interactions#value} is a stay in seconds, if any is logged so;
 *     a value below 0 is an error
 */
public record Attribution(
    Duration window,
    Set<InteractionKind> clicks,
    Set<InteractionKind> conversions,
    Optional<InteractionKind> dwell) {
  /** Validates and copies. */
  public Attribution {
    clicks = Set.copyOf(clicks);
    conversions = Set.copyOf(conversions);
    Objects.requireNonNull(dwell, "dwell");
    if (window.isZero() || window.isNegative()) {
      throw new IllegalArgumentException(
          "attribution window is " + window + ", expected a positive time, for instance PT30M");
    }
    if (clicks.isEmpty() && conversions.isEmpty() && dwell.isEmpty()) {
      throw new IllegalArgumentException(
          "attribution of no kind of event: name kinds that are clicks, conversions or dwell");
    }
  }

  /**
   * {@return the usual rule: {@link InteractionKind#CLICK} is a click; {@link
   * InteractionKind#PURCHASE} and {@link InteractionKind#FAVORITE} are conversions; stays are not
   * in the events}
   *
   * @param window how long after an impression an event may belong to it
   */
  public static Attribution within(Duration window) {
    return new Attribution(
        window,
        Set.of(InteractionKind.CLICK),
        Set.of(InteractionKind.PURCHASE, InteractionKind.FAVORITE),
        Optional.empty());
  }

  /**
   * {@return this rule with stays read from the values of a kind of event}
   *
   * @param kind the kind whose value is in seconds
   */
  public Attribution withDwell(InteractionKind kind) {
    return new Attribution(window, clicks, conversions, Optional.of(kind));
  }

  /**
   * A log with outcomes, and what became of the events.
   *
   * @param log the impressions with what visitors did
   * @param attributed events that belong to an impression
   * @param unmatched events of the wanted kinds that belong to none
   * @param undated events of the wanted kinds without a time, which cannot be joined
   * @param ignored events of other kinds
   */
  public record Joined(
      ImpressionLog log, int attributed, int unmatched, int undated, int ignored) {}

  /**
   * Joins events to impressions. Cost O(n log m) for n impressions, at most m of a visitor, and
   * O(log m) an event.
   *
   * @param shown the impressions
   * @param events what visitors did, in any order
   * @return the impressions with what came of them
   * @throws IllegalArgumentException when a stay is negative
   */
  public Joined join(ImpressionLog shown, Interactions events) {
    Occasions occasions = new Occasions(shown);
    int[] visitors = new int[events.userCount()];
    Arrays.setAll(visitors, user -> shown.visitorNumber(events.userId(user)));
    int[] works = new int[events.artworkCount()];
    Arrays.setAll(works, work -> shown.workNumber(events.artworkId(work)));
    ImpressionLog.Outcomes outcomes = shown.outcomes();
    long longest = window.toMillis();
    int attributed = 0;
    int undated = 0;
    int ignored = 0;
    for (int event = 0; event < events.size(); event++) {
      InteractionKind kind = events.kind(event);
      long time = events.epochMillis(event);
      if (!wants(kind)) {
        ignored++;
      } else if (time == Interactions.NO_TIME) {
        undated++;
      } else {
        int row =
            occasions.latest(visitors[events.user(event)], works[events.artwork(event)], time);
        if (row >= 0 && time - shown.epochMillis(row) <= longest) {
          attribute(outcomes, row, events, event);
          attributed++;
        }
      }
    }
    int unmatched = events.size() - attributed - undated - ignored;
    return new Joined(outcomes.log(), attributed, unmatched, undated, ignored);
  }

  private boolean wants(InteractionKind kind) {
    return clicks.contains(kind) || conversions.contains(kind) || isDwell(kind);
  }

  private boolean isDwell(InteractionKind kind) {
    return dwell.isPresent() && dwell.get() == kind;
  }

  private void attribute(ImpressionLog.Outcomes outcomes, int row, Interactions events, int event) {
    InteractionKind kind = events.kind(event);
    if (clicks.contains(kind)) {
      outcomes.click(row);
    }
    if (conversions.contains(kind)) {
      outcomes.convert(row);
    }
    if (isDwell(kind)) {
      if (events.value(event) < 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the %s of visitor '%s' with work '%s' has value %s, expected a stay of 0 seconds"
                    + " or more",
                kind.code(),
                events.userId(events.user(event)),
                events.artworkId(events.artwork(event)),
                events.value(event)));
      }
      outcomes.stay(row, events.value(event));
    }
  }

  /** Each visitor's impressions by work, then time, then row. */
  private static final class Occasions {
    private final ImpressionLog log;
    private final RowsByUser rows;

    Occasions(ImpressionLog log) {
      this.log = log;
      rows =
          new RowsByUser(log)
              .sorted(
                  (a, b) -> {
                    int order = compare(a, log.work(b), log.epochMillis(b));
                    return order == 0 ? Integer.compare(a, b) : order;
                  });
    }

    private int compare(int row, int work, long time) {
      int order = Integer.compare(log.work(row), work);
      return order == 0 ? Long.compare(log.epochMillis(row), time) : order;
    }

    /** The last impression at or before a time; −1 where there is none. */
    int latest(int visitor, int work, long time) {
      if (visitor < 0 || work < 0) {
        return -1;
      }
      int low = rows.start(visitor);
      int high = rows.start(visitor + 1);
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (compare(rows.row(middle), work, time) <= 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      if (low == rows.start(visitor)) {
        return -1;
      }
      int row = rows.row(low - 1);
      return log.work(row) == work ? row : -1;
    }
  }
}
