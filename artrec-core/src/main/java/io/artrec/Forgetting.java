package io.artrec;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
  private final Receipts receipts;
  private final Holders holders;
  private final Listeners listeners;
  private final LiveState live;
  private final Clock clock;

  Forgetting(
      LiveState live,
      ModelFiles files,
      Learning learning,
      Receipts receipts,
      Holders holders,
      Listeners listeners,
      Clock clock) {
    erasing = new Erasing(live, files::outdate);
    this.live = live;
    this.files = files;
    this.learning = learning;
    this.receipts = receipts;
    this.holders = holders;
    this.listeners = listeners;
    this.clock = clock;
  }

  ForgetReport forget(String user) {
    Erasing.Removed removed = erasing.forget(user, clock.instant());
    return follow(removed, Optional.of(user), to -> to.forgotten(user));
  }

  ForgetReport optOut(String user) {
    Erasing.Removed removed = erasing.optOut(user, clock.instant());
    return follow(removed, Optional.of(user), to -> to.forgotten(user));
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
    return follow(erasing.expire(before), Optional.empty(), to -> to.expired(before));
  }

  boolean undo(String user, String eventId) {
    Optional<Erasing.Removed> removed = erasing.undo(user, eventId);
    removed.ifPresent(event -> follow(event, Optional.empty(), to -> to.historyChanged(user)));
    return removed.isPresent();
  }

  int merge(String anonymous, String known) {
    Optional<Erasing.Merged> merged = erasing.merge(anonymous, known, clock.instant());
    merged.ifPresent(
        events ->
            follow(
                events.removed(),
                Optional.of(anonymous),
                to -> {
                  to.forgotten(anonymous);
                  to.historyChanged(known);
                }));
    return merged.map(Erasing.Merged::moved).orElse(0);
  }

  /**
   * Has everything follow what left memory.
   *
   * @param gone who is forgotten, if somebody is
   */
  private ForgetReport follow(
      Erasing.Removed removed, Optional<String> gone, Consumer<RecommenderListener> news) {
    listeners.tell(news);
    long number = files.erasures();
    boolean withheld = !live.now().engine().withheld().isEmpty();
    ForgetReport report =
        receipts.open(
            number, removed, withheld, files.areOutdated() ? files.existing() : List.of());
    gone.ifPresent(user -> holders.forget(user, report));
    try {
      if (removed.erasure().isPresent()) {
        int logged = Math.toIntExact(removed.erasure().get().finish());
        report.add(ErasedPlace.clean(ErasedPlace.Kind.LOG, "", logged, clock.instant()));
      }
      files.removeLeftovers();
    } finally {
      learning.settle();
    }
    return report;
  }
}
