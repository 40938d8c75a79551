package io.artrec.answering.internal;

import io.artrec.catalog.Catalog;
import io.artrec.strategy.Candidates;
import io.artrec.vector.TopRows;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which works are of one series ({@link io.artrec.catalog.Artwork#series}), each looked at when it
 * is first asked for. Thread-safe: whoever comes first writes the same number.
 */
final class SeriesIndex {
  /** Of no series. */
  static final int NONE = -1;

  private final Catalog catalog;

  /** By work: 0 when not looked at yet, {@link #NONE}, or a number that its series shares. */
  private final int[] numbers;

  private final Map<String, Integer> byName = new ConcurrentHashMap<>();

  SeriesIndex(Catalog catalog) {
    this.catalog = catalog;
    numbers = new int[catalog.size()];
  }

  int of(int artwork) {
    int number = numbers[artwork];
    if (number == 0) {
      number =
          catalog
              .get(artwork)
              .series()
              .map(name -> byName.computeIfAbsent(name, added -> artwork + 1))
              .orElse(NONE);
      numbers[artwork] = number;
    }
    return number;
  }

  /** How many of some works are left when each series has one. */
  int different(Candidates works) {
    BitSet seen = new BitSet();
    int alone = 0;
    for (int position = 0; position < works.size(); position++) {
      int number = of(works.artwork(position));
      if (number == NONE) {
        alone++;
      } else {
        seen.set(number);
      }
    }
    return alone + seen.cardinality();
  }

  /** Whether two of the works are of one series. */
  boolean repeats(TopRows rows) {
    BitSet seen = new BitSet();
    for (int i = 0; i < rows.size(); i++) {
      int number = of(rows.artwork(i));
      if (number != NONE && seen.get(number)) {
        return true;
      }
      if (number != NONE) {
        seen.set(number);
      }
    }
    return false;
  }
}
