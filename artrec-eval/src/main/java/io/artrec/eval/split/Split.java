package io.artrec.eval.split;

import io.artrec.behavior.Interactions;
import java.util.Objects;

/**
 * Behaviour in two parts, or three: for visitors whom a recommender has not learned from, a part of
 * their history is {@code known} when recommendations are asked for and the rest is tested.
 * Immutable and thread-safe.
 *
 * @param name which splitter made it and, where it makes several, which of them: {@code
 *     per-user:ratio=0.2}, {@code k-fold:folds=5 2/5}
 * @param seed what it was drawn with; 0 where nothing is left to chance
 * @param training what recommenders learn from
 * @param known what tested visitors did that recommenders do not learn from but are told when they
 *     are asked ({@link io.artrec.RecommendationRequest.Builder#history}); mostly empty. Its works
 *     are known to the visitor like those in training, and no event of it is in another part
 * @param test what they are tested on
 * @param nowMillis the time of asking, milliseconds since 1970-01-01T00:00Z: no event in training
 *     or known is later; 0 where none of them has a time
 */
public record Split(
    String name,
    long seed,
    Interactions training,
    Interactions known,
    Interactions test,
    long nowMillis) {
  /** Validates. */
  public Split {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(test, "test");
  }

  /**
   * Creates a split in two parts.
   *
   * @param name which splitter made it
   * @param seed what it was drawn with
   * @param training what recommenders learn from
   * @param test what they are tested on
   * @param nowMillis the time of asking
   */
  public Split(String name, long seed, Interactions training, Interactions test, long nowMillis) {
    this(name, seed, training, Interactions.none(), test, nowMillis);
  }
}
