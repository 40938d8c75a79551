package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.Set;

/** What hits are divided by, where the literature does not agree; {@code k} is the cutoff. */
public enum Divisor {
  /** {@code k}: what one place is worth does not depend on the visitor. */
  CUTOFF("k"),
  /**
   * {@code |test|}, the visitor's relevant works: more of them than {@code k} cannot all be hit.
   */
  TEST("test"),
  /** {@code min(k, |test|)}: the most hits there can be, so that the best list gets 1. */
  MIN("min"),
  /** The hits among the first {@code k}: only their order counts, not how many are missed. */
  HITS("hits");

  private final String id;

  Divisor(String id) {
    this.id = id;
  }

  /**
   * Returns the divisor's name within a metric's.
   *
   * @return the name of the variant, {@code min} say
   */
  public String id() {
    return id;
  }

  /** Divides; {@code hits} is above 0, {@code sum} what they count together. */
  double divide(double sum, int hits, UserOutcome outcome, int cutoff) {
    return sum
        / switch (this) {
          case CUTOFF -> cutoff;
          case TEST -> outcome.relevantCount();
          case MIN -> Math.min(cutoff, outcome.relevantCount());
          case HITS -> hits;
        };
  }

  /** Refuses a divisor that makes no sense for a family. */
  Divisor in(Set<Divisor> known, String family) {
    if (!known.contains(this)) {
      throw new IllegalArgumentException(
          "divisor of " + family + " is " + this + ", expected one of " + known);
    }
    return this;
  }

  static Divisor of(MetricSpec spec, Divisor usual) {
    Divisor found = usual;
    for (Divisor divisor : values()) {
      found = spec.has(divisor.id) ? divisor : found;
    }
    return found;
  }
}
