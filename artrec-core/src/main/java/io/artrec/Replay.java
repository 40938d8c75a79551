package io.artrec;

import io.artrec.live.Journal;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a journal's events back into memory. */
final class Replay {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private Replay() {}

  /**
   * Replays what was recorded after {@code sequence}; events with artworks that are gone stay in
   * the file and are counted.
   */
  static void into(Recommender recommender, Journal journal, long sequence) {
    AtomicInteger unknown = new AtomicInteger();
    journal.replay(
        sequence,
        entry -> {
          if (recommender.catalog().indexOf(entry.event().artwork()).isPresent()) {
            recommender.replay(entry.event());
          } else {
            unknown.incrementAndGet();
          }
        });
    if (unknown.get() > 0) {
      LOG.warn(
          "{} events of the journal are with artworks that the catalogue does not hold", unknown);
    }
  }
}
