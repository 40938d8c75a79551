package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.util.List;

/** A rule by which behaviour is divided. Immutable and thread-safe. */
public interface Splitter {
  /**
   * Returns the rule as text, from which {@link Splits#parse} makes an equal one: {@code
   * per-user:ratio=0.2}.
   *
   * @return name and settings
   */
  String name();

  /**
   * Divides behaviour. The same events in the same order with the same seed give the same splits.
   *
   * @param catalog the works
   * @param interactions all events
   * @param seed decides what is left to chance
   * @return one split or more, each with something to learn from and something to test on
   * @throws IllegalArgumentException when the events do not allow it (no times, say, or nothing
   *     left to test); the message says what is missing
   */
  List<Split> split(Catalog catalog, Interactions interactions, long seed);
}
