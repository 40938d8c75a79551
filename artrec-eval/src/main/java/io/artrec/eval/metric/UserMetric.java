package io.artrec.eval.metric;

import java.util.OptionalDouble;

/** A metric of one visitor's answer; over many visitors it is the mean of those that have one. */
public non-sealed interface UserMetric extends Metric {
  /**
   * Measures.
   *
   * @param outcome what the visitor was answered and what the visitor did
   * @return a finite number; empty when the metric says nothing of this visitor (no relevant work,
   *     say), who then does not count
   */
  OptionalDouble of(UserOutcome outcome);

  /**
   * Returns how much a visitor counts in the mean.
   *
   * @param outcome what the visitor was answered and what the visitor did
   * @return a finite number, 0 or more; 1 by default
   */
  default double weight(UserOutcome outcome) {
    return 1;
  }
}
