package io.artrec;

import io.artrec.encryption.Encryption;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What a recommender is given by the application it lives in.
 *
 * @param clock stamps events, and ages count from it
 * @param log where what is recorded is kept
 * @param background runs what nobody waits for
 * @param refresh when the recommender learns by itself
 * @param encryption how model files are written
 */
record Surroundings(
    Clock clock,
    LogSource.Open log,
    Executor background,
    RefreshPolicy refresh,
    Encryption encryption) {
  /** Starts a daemon thread for each task, which ends with it. */
  static Executor daemon() {
    return task -> {
      Thread thread = new Thread(task, "artrec-background");
      thread.setDaemon(true);
      thread.start();
    };
  }
}
