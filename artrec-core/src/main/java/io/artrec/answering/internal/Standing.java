package io.artrec.answering.internal;

import io.artrec.catalog.Trait;
import io.artrec.explain.Obstacle;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where a work stands for a question.
 *
 * @param obstacles what keeps it out, whatever its score
 * @param chosen its place in the answer, 1 for the first; empty when it is not in it
 * @param rank its rank by score among the works that may be answered, obstacles aside; empty when
 *     it has no score
 * @param score its score
 * @param least the score of the last work that has a place by score alone; empty when fewer than
 *     are wanted have one
 * @param placed how many works of the answer have set places
 * @param shown how often who asks first was shown it since they last did something with it
 * @param against what of it counts against it for who asks first
 */
public record Standing(
    List<Obstacle> obstacles,
    OptionalInt chosen,
    OptionalInt rank,
    OptionalDouble score,
    OptionalDouble least,
    int placed,
    int shown,
    List<Trait> against) {
  /** Copies. */
  public Standing {
    obstacles = List.copyOf(obstacles);
    against = List.copyOf(against);
  }
}
