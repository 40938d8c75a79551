package io.artrec;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * What a log says is erased: of its own changes, by their numbers, and of what other files hold, by
 * time. Not thread-safe.
 */
final class Marks {
  /** A mark's place in the log and its time. */
  private record Forgetting(long number, long millis) {}

  private static final Forgetting NEVER = new Forgetting(0, Long.MIN_VALUE);

  private final ChangeLog log;
  private final Map<String, Forgetting> byPseudonym = new HashMap<>();
  private final Map<String, Boolean> outs = new HashMap<>();
  private final Map<String, Forgetting> byUser = new HashMap<>();

  /** For each mark's number, the latest time of it and of those that follow. */
  private final TreeMap<Long, Long> beforeByNumber = new TreeMap<>();

  private Marks(ChangeLog log) {
    this.log = log;
  }

  static Marks of(ChangeLog log) {
    Marks marks = new Marks(log);
    log.marks(marks::add);
    return marks;
  }

  private void add(ChangeLog.Entry entry) {
    if (entry.change() instanceof Change.Forgotten mark) {
      forget(mark.pseudonym(), entry.number(), mark.epochMillis());
    } else if (entry.change() instanceof Change.OptedOut mark) {
      forget(mark.pseudonym(), entry.number(), mark.epochMillis());
      outs.put(mark.pseudonym(), true);
    } else if (entry.change() instanceof Change.OptedIn mark) {
      outs.put(mark.pseudonym(), false);
    } else if (entry.change() instanceof Change.Expired mark) {
      long before = mark.beforeEpochMillis();
      beforeByNumber.replaceAll((number, other) -> Math.max(other, before));
      beforeByNumber.put(entry.number(), before);
    }
  }

  private void forget(String pseudonym, long number, long millis) {
    Forgetting earlier = byPseudonym.getOrDefault(pseudonym, NEVER);
    byPseudonym.put(pseudonym, new Forgetting(number, Math.max(earlier.millis(), millis)));
  }

  /** Who has opted out, or in again, by pseudonym. */
  Map<String, Boolean> outs() {
    return outs;
  }

  private Forgetting forgetting(String user) {
    return byPseudonym.isEmpty()
        ? NEVER
        : byUser.computeIfAbsent(user, id -> ofPseudonym(log.pseudonym(id)));
  }

  /** Who is out was forgotten for all times. */
  private Forgetting ofPseudonym(String pseudonym) {
    Forgetting last = byPseudonym.getOrDefault(pseudonym, NEVER);
    return outs.getOrDefault(pseudonym, false)
        ? new Forgetting(last.number(), Long.MAX_VALUE)
        : last;
  }

  /** Whether a visitor was forgotten after a change of this log. */
  boolean forgottenAfter(long number, String user) {
    return forgetting(user).number() > number;
  }

  /** Whether a visitor was forgotten at a time or later, or has opted out. */
  boolean forgottenAt(String user, long millis) {
    long until = forgetting(user).millis();
    return until != Long.MIN_VALUE && millis <= until;
  }

  /** Events with earlier times are erased among the changes of this log up to a number. */
  long expiredBefore(long number) {
    Map.Entry<Long, Long> next = beforeByNumber.higherEntry(number);
    return next == null ? Long.MIN_VALUE : next.getValue();
  }

  /** Whether a change of this log is erased by a later one. */
  boolean erase(long number, Interaction event) {
    return forgottenAfter(number, event.user())
        || event
            .time()
            .map(Instant::toEpochMilli)
            .filter(time -> time < expiredBefore(number))
            .isPresent();
  }

  /**
   * Whether an event that is not of this log is erased: by when it happened, undated ones always.
   */
  boolean eraseByTime(Interaction event) {
    long time = event.time().map(Instant::toEpochMilli).orElse(Interactions.NO_TIME);
    return eraseByTime(event.user(), time);
  }

  boolean eraseByTime(String user, long millis) {
    return forgottenAt(user, millis)
        || (millis != Interactions.NO_TIME && millis < expiredBefore(0));
  }

  /** Tells by row which events that are not of this log are erased. */
  IntPredicate rows(Interactions of) {
    return row -> eraseByTime(of.userId(of.user(row)), of.epochMillis(row));
  }
}
