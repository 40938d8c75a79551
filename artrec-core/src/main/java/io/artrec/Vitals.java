package io.artrec;

import io.artrec.log.LogException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong last and has not gone right since. Thread-safe; noting that all is well costs a
 * look where nothing was wrong.
 */
final class Vitals {
  /**
   * Something that failed.
   *
   * @param time when
   * @param what what was tried, and what went wrong
   */
  record Failure(Instant time, String what) {}

  private final Clock clock;
  private volatile @Nullable Failure log;
  private volatile @Nullable Failure learning;
  private volatile @Nullable Failure forgetting;
  private final AtomicInteger notReordered = new AtomicInteger();

  Vitals(Clock clock) {
    this.clock = clock;
  }

  private Failure failure(String what, Throwable why) {
    return new Failure(clock.instant(), what + ": " + why);
  }

  void refused(RuntimeException why) {
    if (why instanceof LogException) {
      log = failure("events were refused", why);
    }
  }

  void recorded() {
    if (log != null) {
      log = null;
    }
  }

  void learningFailed(RecommenderListener.How how, Throwable why) {
    learning = failure(how == RecommenderListener.How.REFRESHED ? "refresh" : "retrain", why);
  }

  void learned() {
    learning = null;
  }

  void forgettingFailed(Throwable why) {
    forgetting = failure("erasing", why);
  }

  void forgot() {
    forgetting = null;
  }

  /** Notes whether an answer lacks its second look. */
  void answered(Recommendations answer) {
    if (answer.isCached()) {
      return;
    }
    boolean lost = answer.leftOut().stream().anyMatch(what -> what.startsWith("re-ranking"));
    if (lost) {
      notReordered.incrementAndGet();
    } else if (notReordered.get() > 0) {
      notReordered.set(0);
    }
  }

  Optional<Failure> log() {
    return Optional.ofNullable(log);
  }

  Optional<Failure> learning() {
    return Optional.ofNullable(learning);
  }

  Optional<Failure> forgetting() {
    return Optional.ofNullable(forgetting);
  }

  /** How many answers in a row lacked their second look. */
  int notReordered() {
    return notReordered.get();
  }
}
