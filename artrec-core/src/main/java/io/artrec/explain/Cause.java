package io.artrec.explain;

import java.util.Objects;
import java.util.Optional;

/** What a part of a score is due to. Works are named by catalogue index. */
public sealed interface Cause {
  /**
   * A work the visitor had to do with.
   *
   * @param artwork its catalogue index
   * @param weight the visitor's preference for it, negative when against it
   * @param feature the feature in which the two works are alike, or empty when behaviour links them
   */
  record KnownWork(int artwork, double weight, Optional<String> feature) implements Cause {
    /** Validates the parts. */
    public KnownWork {
      Objects.requireNonNull(feature, "feature");
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
   */
  record Wish(String words) implements Cause {}

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
