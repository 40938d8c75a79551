package io.artrec;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.live.EventIds;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.Erasure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;

/**
 * The state that answers read, and the log behind it. Events go into both under a lock that callers
 * share; whatever replaces the state goes through {@link #swap}, which holds it alone. Thread-safe;
 * reading the state never waits.
 */
final class LiveState {
  /**
   * What left the state.
   *
   * @param trained events that training knows, now withheld
   * @param live events recorded since
   * @param erasure what is left to do in the log, which nothing must wait for
   */
  record Removed(int trained, int live, Optional<Erasure> erasure) {
    boolean isAny() {
      return trained + live > 0;
    }
  }

  private final Optional<ChangeLog> log;
  private final Runnable erased;
  private final EventIds eventIds = new EventIds();
  private final ReadWriteLock recording = new ReentrantReadWriteLock();
  private volatile State state;

  /**
   * Creates a state with nothing recorded yet.
   *
   * @param erased is told that something left the state before anybody else can ask for the same
   */
  LiveState(Engine engine, Optional<ChangeLog> log, Runnable erased) {
    this.log = log;
    this.erased = erased;
    state = State.of(engine);
    Interactions trained = engine.dataset().interactions();
    for (int row = 0; row < trained.size(); row++) {
      String user = trained.userId(trained.user(row));
      trained.eventId(row).ifPresent(id -> eventIds.add(user, id));
    }
  }

  /** The state of this moment. */
  State now() {
    return state;
  }

  /**
   * Replaces the state while nothing is recorded. Whoever prepared something for long beforehand
   * brings it to the state given, which may have another engine than the one they started from.
   *
   * @param change makes the next state of the present one, quickly; must not record
   * @return the next state
   */
  State swap(UnaryOperator<State> change) {
    recording.writeLock().lock();
    try {
      state = change.apply(state);
      return state;
    } finally {
      recording.writeLock().unlock();
    }
  }

  /**
   * Replaces an engine by one of a changed catalogue, once the changes are in the log.
   *
   * @param base what the next was made of
   * @return false when another engine stands meanwhile; nothing is changed then
   */
  boolean replace(Engine base, Engine next, List<Change> changes) {
    recording.writeLock().lock();
    try {
      State now = state;
      if (!now.engine().answersAs(base)) {
        return false;
      }
      if (!changes.isEmpty()) {
        log.ifPresent(open -> open.append(changes));
      }
      now.recorded().forEach(events -> events.over(next.catalog()));
      state = now.grown(next);
      return true;
    } finally {
      recording.writeLock().unlock();
    }
  }

  /** Keeps an event; false when its id is known. */
  boolean record(Interaction event) {
    recording.readLock().lock();
    try {
      if (event.eventId().isPresent()) {
        return eventIds.once(event.user(), event.eventId().get(), () -> keep(event));
      }
      keep(event);
      return true;
    } finally {
      recording.readLock().unlock();
    }
  }

  private void keep(Interaction event) {
    log.ifPresent(changes -> changes.append(event));
    state.live().add(event);
  }

  /** Takes in an event of the log. */
  void replay(Interaction event) {
    if (event.eventId().map(id -> eventIds.add(event.user(), id)).orElse(true)) {
      state.live().add(event);
    }
  }

  /** Drops replayed events with works that are not in the catalogue; returns how many. */
  int dropUnknown() {
    return state.live().dropUnknown();
  }

  /**
   * Takes a visitor's events out of memory once the log is bound to erase them, and makes them a
   * stranger to what training knows or has taken.
   */
  Removed remove(String user, Instant when) {
    recording.writeLock().lock();
    try {
      Optional<Erasure> erasure = log.map(changes -> changes.forget(user, when));
      return removed(user, erasure);
    } finally {
      recording.writeLock().unlock();
    }
  }

  private Removed removed(String user, Optional<Erasure> erasure) {
    State now = state;
    eventIds.forget(user);
    int trained = now.trainedEvents(Withheld.nothing().withUser(user));
    int taken = now.frozen().stream().mapToInt(events -> events.remove(user)).sum();
    int live = now.live().remove(user);
    if (trained + taken > 0) {
      state = now.withholding(withheld -> withheld.withUser(user));
    }
    Removed removed = new Removed(trained, taken + live, erasure);
    if (removed.isAny()) {
      erased.run();
    }
    return removed;
  }

  /** What a model file holds of this moment. */
  ModelContent.Saving saving() {
    State now;
    long number;
    recording.writeLock().lock();
    try {
      now = state.snapshot();
      number = log.map(ChangeLog::lastNumber).orElse(0L);
    } finally {
      recording.writeLock().unlock();
    }
    return new ModelContent.Saving(
        now.engine(), now.events(), log.map(ChangeLog::id).orElse(""), number);
  }
}
