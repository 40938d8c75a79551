package io.artrec.examples.gallery.page;

import java.util.LinkedHashMap;
import java.util.Map;

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

  synchronized void forget(String visitor) {
    guests.remove(visitor);
  }

  synchronized int size() {
    return guests.size();
  }
}
