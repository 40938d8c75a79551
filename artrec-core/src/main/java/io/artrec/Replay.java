package io.artrec;

import io.artrec.behavior.Interactions;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a log's changes back into memory. */
final class Replay {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private Replay() {}

  /**
   * Replays what was recorded after {@code number}; events with artworks that are gone stay in the
   * log and are counted.
   *
   * @return when those were forgotten whom the log says were since, by pseudonym
   */
  static Map<String, Long> into(Recommender recommender, ChangeLog log, long number) {
    AtomicInteger unknown = new AtomicInteger();
    Map<String, Long> forgotten = new HashMap<>();
    log.replay(
        number,
        entry -> {
          if (entry.change() instanceof Change.Forgotten visitor) {
            forgotten.merge(visitor.pseudonym(), visitor.epochMillis(), Math::max);
          } else if (entry.change() instanceof Change.Recorded recorded) {
            if (recommender.catalog().indexOf(recorded.event().artwork()).isPresent()) {
              recommender.replay(recorded.event());
            } else {
              unknown.incrementAndGet();
            }
          }
        });
    if (unknown.get() > 0) {
      LOG.warn("{} events of the log are with artworks that the catalogue does not hold", unknown);
    }
    return forgotten;
  }

  /**
   * Leaves out what visitors did before they were forgotten, undated events included, so that
   * training data from elsewhere does not bring them back.
   */
  static Interactions withoutForgotten(Interactions events, ChangeLog log) {
    Map<String, Long> forgotten = new HashMap<>();
    log.marks(
        entry -> {
          if (entry.change() instanceof Change.Forgotten visitor) {
            forgotten.merge(visitor.pseudonym(), visitor.epochMillis(), Math::max);
          }
        });
    if (forgotten.isEmpty()) {
      return events;
    }
    long[] until = new long[events.userCount()];
    for (int user = 0; user < until.length; user++) {
      until[user] = forgotten.getOrDefault(log.pseudonym(events.userId(user)), Long.MIN_VALUE);
    }
    Interactions kept =
        events.filter(
            row -> {
              long last = until[events.user(row)];
              return last == Long.MIN_VALUE || events.epochMillis(row) > last;
            });
    if (kept.size() < events.size()) {
      LOG.info(
          "{} events of visitors who were forgotten by {} are left out",
          events.size() - kept.size(),
          Instant.ofEpochMilli(
              forgotten.values().stream().mapToLong(Long::longValue).max().orElse(0)));
    }
    return kept;
  }
}
