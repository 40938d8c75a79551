package io.artrec.examples.gallery.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The guests of late; the longest absent of two thousand are forgotten. Thread-safe. */
final class Guests {
  private static final int MOST = 2000;

  private final Map<String, Guest> guests =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guest> eldest) {
          return size() > MOST;
        }
      };

  synchronized Guest of(String visitor) {
    return guests.computeIfAbsent(visitor, id -> new Guest());
  }

  synchronized Optional<Guest> find(String visitor) {
    return Optional.ofNullable(guests.get(visitor));
  }

  /** Forgets a guest; returns whom. */
  synchronized Optional<Guest> forget(String visitor) {
    return Optional.ofNullable(guests.remove(visitor));
  }

  synchronized int size() {
    return guests.size();
  }
}
