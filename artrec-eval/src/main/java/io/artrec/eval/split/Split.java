package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import java.util.Objects;

/**
 * Behaviour in two parts. Immutable and thread-safe.
 *
 * @param name which splitter made it and, where it makes several, which of them: {@code
 *     per-user:ratio=0.2}, {@code k-fold:folds=5 2/5}
 * @param seed what it was drawn with; 0 where nothing is left to chance
 * @param training what recommenders learn from
 * @param test what they are tested on
 * @param nowMillis the time of asking, milliseconds since 1970-01-01T00:00Z: no training event is
 *     later
 */
public record Split(
    String name, long seed, Interactions training, Interactions test, long nowMillis) {
  /** Validates. */
  public Split {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(test, "test");
  }
}
