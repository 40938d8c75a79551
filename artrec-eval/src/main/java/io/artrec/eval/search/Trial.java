package io.artrec.eval.search;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Hyper-parameters that were tried.
 *
 * @param strategy the strategy with them, as text
 * @param share the share of the training part's events that was learned from, above 0 and up to 1
 * @param value what the metric was on the validation part; empty when the strategy failed or the
 *     metric said nothing
 * @param trainingSeconds how long training took
 */
public record Trial(String strategy, double share, OptionalDouble value, double trainingSeconds) {
  /** Validates. */
  public Trial {
    Objects.requireNonNull(strategy, "strategy");
    Objects.requireNonNull(value, "value");
  }
}
