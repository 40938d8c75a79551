package io.artrec;

import io.artrec.log.Erasure;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Erasing from beginning to end: out of answers at once, then listeners, log, what was learned and
 * model files follow. Thread-safe.
 */
final class Forgetting {
  private final Erasing erasing;
  private final ModelFiles files;
  private final Learning learning;
  private final Listeners listeners;
  private final Clock clock;

  Forgetting(
      LiveState live, ModelFiles files, Learning learning, Listeners listeners, Clock clock) {
    erasing = new Erasing(live, files::outdate);
    this.files = files;
    this.learning = learning;
    this.listeners = listeners;
    this.clock = clock;
  }

  ForgetReport forget(String user) {
    return follow(erasing.forget(user, clock.instant()), to -> to.forgotten(user));
  }

  ForgetReport optOut(String user) {
    return follow(erasing.optOut(user, clock.instant()), to -> to.forgotten(user));
  }

  boolean optIn(String user) {
    boolean wasOut = erasing.optIn(user, clock.instant());
    if (wasOut) {
      files.outdate();
      learning.settle();
    }
    return wasOut;
  }

  ForgetReport expire(Instant before) {
    return follow(erasing.expire(before), to -> to.expired(before));
  }

  boolean undo(String user, String eventId) {
    Optional<Erasing.Removed> removed = erasing.undo(user, eventId);
    removed.ifPresent(event -> follow(event, to -> to.historyChanged(user)));
    return removed.isPresent();
  }

  int merge(String anonymous, String known) {
    Optional<Erasing.Merged> merged = erasing.merge(anonymous, known, clock.instant());
    merged.ifPresent(
        events ->
            follow(
                events.removed(),
                to -> {
                  to.forgotten(anonymous);
                  to.historyChanged(known);
                }));
    return merged.map(Erasing.Merged::moved).orElse(0);
  }

  private ForgetReport follow(Erasing.Removed removed, Consumer<RecommenderListener> news) {
    listeners.tell(news);
    long logged;
    try {
      logged = removed.erasure().map(Erasure::finish).orElse(0L);
      files.removeLeftovers();
    } finally {
      learning.settle();
    }
    return new ForgetReport(
        removed.trained(), removed.live(), Math.toIntExact(logged), learning.isPending());
  }
}
