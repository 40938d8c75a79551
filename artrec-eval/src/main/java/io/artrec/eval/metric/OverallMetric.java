package io.artrec.eval.metric;

import java.util.OptionalDouble;

/** A metric of all answers together. */
public non-sealed interface OverallMetric extends Metric {
  /**
   * Measures.
   *
   * @param outcomes what all visitors were answered and what they did
   * @return a finite number; empty when the metric says nothing of these outcomes
   */
  OptionalDouble of(Outcomes outcomes);
}
