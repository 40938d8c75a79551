package io.artrec.eval.metric;

/**
 * A number that says how good answers are. Either a {@link UserMetric}, whose value is a mean over
 * visitors, or an {@link OverallMetric}. Implementations are immutable and thread-safe.
 */
public sealed interface Metric permits UserMetric, OverallMetric {
  /** Which values are good. */
  enum Direction {
    /** More is better. */
    HIGHER,
    /** Less is better. */
    LOWER,
    /** Neither: it describes. */
    NEITHER
  }

  /**
   * {@return the metric's name, from which {@link Metrics#parse} makes an equal metric: {@code
   * ndcg@10}, {@code ndcg/exponential@10}}
   */
  String name();

  /** {@return what has to be at hand} */
  Needs needs();

  /**
   * Tells which values are good.
   *
   * @return the direction
   */
  Direction direction();
}
