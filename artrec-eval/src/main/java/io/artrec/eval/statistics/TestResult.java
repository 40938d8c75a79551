package io.artrec.eval.statistics;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a test found. Never NaN: where there is no answer, it is absent and {@code detail} says why.
 *
 * @param test which test
 * @param statistic t for {@link SignificanceTest#PAIRED_T}; the sum of the ranks of the positive
 *     differences for {@link SignificanceTest#WILCOXON}; the mean difference for {@link
 *     SignificanceTest#PERMUTATION}
 * @param p the probability, between 0 and 1, of a statistic at least as far from what is expected
 *     when there is no difference
 * @param degreesOfFreedom of t, pairs − 1
 * @param pairs how many visitors were compared
 * @param detail how p was found, or why it was not
 */
public record TestResult(
    SignificanceTest test,
    OptionalDouble statistic,
    OptionalDouble p,
    OptionalDouble degreesOfFreedom,
    int pairs,
    String detail) {
  /** Validates. */
  public TestResult {
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(statistic, "statistic");
    Objects.requireNonNull(degreesOfFreedom, "degreesOfFreedom");
    Objects.requireNonNull(detail, "detail");
    if (p.isPresent() && !(p.getAsDouble() >= 0 && p.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "p of " + test + " is " + p.getAsDouble() + ", expected between 0 and 1");
    }
  }

  static TestResult absent(SignificanceTest test, int pairs, String reason) {
    return new TestResult(
        test,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        pairs,
        reason);
  }

  /**
   * Tells whether the difference is significant.
   *
   * @param alpha the share of false alarms accepted, as 0.05
   * @return true when there is a p and it is {@code alpha} or less
   */
  public boolean significant(double alpha) {
    return p.isPresent() && p.getAsDouble() <= alpha;
  }
}
