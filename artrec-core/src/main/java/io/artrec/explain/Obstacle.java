package io.artrec.explain;

import java.util.Objects;

/**
 * What keeps a work out of an answer, whatever its score.
 *
 * @param kind what sort of thing it is
 * @param what the filter's description, or what is blocked, for instance {@code artist Claude
 *     Monet}; empty for the other kinds
 */
public record Obstacle(Kind kind, String what) {
  /** What sort of thing keeps a work out. */
  public enum Kind {
    /** The catalogue has withdrawn it. */
    WITHDRAWN,
    /** Whoever asks had to do with it already. */
    SEEN,
    /** The request excludes it by its id. */
    EXCLUDED,
    /** Whoever asks has blocked an artist, a movement or a subject that its record names. */
    BLOCKED,
    /** The recommender's standing filter does not let it through. */
    STANDING_FILTER,
    /** The request's filter does not let it through. */
    FILTER
  }

  /** Validates the parts. */
  public Obstacle {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(what, "what");
  }
}
