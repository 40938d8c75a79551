package io.artrec;

import java.util.function.IntSupplier;

/** Tells how recording went, and notes whether it works. Thread-safe. */
final class Recording {
  private final Vitals vitals;
  private final Listeners listeners;

  Recording(Vitals vitals, Listeners listeners) {
    this.vitals = vitals;
    this.listeners = listeners;
  }

  /**
   * Records and tells of it.
   *
   * @param events how many there are
   * @param keeping keeps them and says how many are new
   */
  int record(int events, IntSupplier keeping) {
    int kept;
    try {
      kept = keeping.getAsInt();
    } catch (RuntimeException e) {
      vitals.refused(e);
      listeners.tell(listener -> listener.refused(e));
      throw e;
    }
    if (kept > 0) {
      vitals.recorded();
    }
    if (!listeners.isEmpty()) {
      listeners.tell(listener -> listener.recorded(kept, events - kept));
    }
    return kept;
  }
}
