package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.util.List;

/**
 * A rule by which behaviour is divided. Immutable and thread-safe.
 *
 * <p>The rules of {@link Splits} keep to this:
 *
 * <ul>
 *   <li>No event is in two parts. Events with works that the catalogue does not hold are in none:
 *       nothing can learn from them or recommend them.
 *   <li>Where chance decides, all events of a visitor with one work go the same way, and shares and
 *       counts are of works, not events: a recommender leaves out what a visitor knows, so a work
 *       on both sides could never be found, and its rating would be known before it is asked for.
 *   <li>Where time decides, a visitor's later events with a work that is known before the cut are
 *       in no part for the same reason; with {@code repeats=true} they are tested.
 *   <li>A share is rounded to the nearest count, but it is at least one and never all.
 *   <li>Of equal times the earlier row counts as earlier, except that all events at the moment of a
 *       cut across visitors are tested.
 * </ul>
 */
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
