package io.artrec.explain;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a part of a score is due to. Works are named by catalogue index. */
public sealed interface Cause {
  /**
   * A work the visitor had to do with.
   *
   * @param artwork its catalogue index
   * @param weight the visitor's preference for it, negative when against it
   * @param likeness how alike the two works are in a feature, or empty when behaviour links them
   */
  record KnownWork(int artwork, double weight, Optional<Likeness> likeness) implements Cause {
    /** Validates the parts. */
    public KnownWork {
      Objects.requireNonNull(likeness, "likeness");
    }

    /**
     * A work that behaviour links.
     *
     * @param artwork its catalogue index
     * @param weight the visitor's preference for it
     */
    public KnownWork(int artwork, double weight) {
      this(artwork, weight, Optional.empty());
    }
  }

  /**
   * How alike two works are in a feature.
   *
   * @param feature the feature's name
   * @param share of what its similarity says of equal works; empty when that has no bound.
   *     Sentences call works alike from {@link Explanation#ALIKE} on
   */
  record Likeness(String feature, OptionalDouble share) {
    /** Validates the parts. */
    public Likeness {
      Objects.requireNonNull(feature, "feature");
      Objects.requireNonNull(share, "share");
    }
  }

  /**
   * A feature as a whole.
   *
   * @param feature the feature's name
   */
  record FeatureMatch(String feature) implements Cause {}

  /**
   * How many others had to do with the work.
   *
   * @param events their events
   * @param recent whether only recent events count
   */
  record Popularity(double events, boolean recent) implements Cause {}

  /**
   * What the asker said they would like.
   *
   * @param words the wish
   * @param fits whether the work does, by a threshold that neither other works nor their number
   *     change: the best of none that fit does not
   */
  record Wish(String words, boolean fits) implements Cause {}

  /** Chance. */
  record Chance() implements Cause {}

  /**
   * A constant that a model or a change of scale adds.
   *
   * @param what a short English name of it, for instance {@code "scale"} or {@code "user mean"}
   */
  record Offset(String what) implements Cause {}

  /**
   * The standing of the work in a strategy's list, for blends that count ranks.
   *
   * @param rank 1 for the first
   */
  record Rank(int rank) implements Cause {}
}
