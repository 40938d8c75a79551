package io.artrec;

import io.artrec.live.Journal;
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
    int unknown = 0;
    for (Journal.Entry entry : journal.takeOpened()) {
      if (entry.sequence() > sequence) {
        if (recommender.catalog().indexOf(entry.event().artwork()).isPresent()) {
          recommender.replay(entry.event());
        } else {
          unknown++;
        }
      }
    }
    if (unknown > 0) {
      LOG.warn(
          "{} events of the journal are with artworks that the catalogue does not hold", unknown);
    }
  }
}
