package io.artrec.answering.internal;

import io.artrec.explain.Explanation;
import io.artrec.promotion.Placement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A place of an answer; holds on to no scores.
 *
 * @param explanation which work stands there, and why
 * @param rankBefore its rank before the second look, 1 for the first
 * @param propensity the probability with which chance put it there; empty where that is not known,
 *     or not chance's doing
 * @param notes what the second look says of it
 * @param placement the place that it has for everybody; empty where it was chosen for the asker
 */
public record Place(
    Explanation explanation,
    int rankBefore,
    OptionalDouble propensity,
    List<String> notes,
    Optional<Placement> placement) {
  /** Copies. */
  public Place {
    notes = List.copyOf(notes);
  }

  /** One that a work has for everybody. */
  static Place set(Explanation explanation, int rankBefore, Placement placement) {
    return new Place(
        explanation, rankBefore, OptionalDouble.empty(), List.of(), Optional.of(placement));
  }
}
