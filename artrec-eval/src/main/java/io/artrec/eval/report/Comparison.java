package io.artrec.eval.report;

import io.artrec.eval.statistics.ConfidenceInterval;
import io.artrec.eval.statistics.Correction;
import io.artrec.eval.statistics.EffectSizes;
import io.artrec.eval.statistics.PairedComparison;
import io.artrec.eval.statistics.TestResult;
import io.artrec.eval.statistics.ZeroDifferences;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Whether two recommenders differ with the same visitors.
 *
 * @param recommender the one
 * @param other the other
 * @param metric by what
 * @param difference the mean of the one's value less the other's
 * @param interval its 95 % interval
 * @param test the paired t-test
 * @param adjusted the t-test's p, by Holm's correction for all comparisons made with it
 * @param wilcoxon the signed rank test
 * @param effects how large the difference is
 */
record Comparison(
    String recommender,
    String other,
    String metric,
    double difference,
    Optional<ConfidenceInterval> interval,
    TestResult test,
    OptionalDouble adjusted,
    TestResult wilcoxon,
    EffectSizes effects) {
  /** The share of false alarms accepted. */
  static final double LEVEL = 0.05;

  /**
   * Compares every other recommender with the baseline; those without common visitors are left out.
   */
  static List<Comparison> withBaseline(Findings findings, String metric) {
    List<Comparison> plain = new ArrayList<>();
    for (String name : findings.ranked()) {
      if (!name.equals(findings.baseline())) {
        between(findings, name, findings.baseline(), metric).ifPresent(plain::add);
      }
    }
    double[] p = plain.stream().flatMapToDouble(one -> one.test.p().stream()).toArray();
    Iterator<Double> adjusted = DoubleStream.of(Correction.HOLM.adjust(p)).iterator();
    return plain.stream()
        .map(one -> one.test.p().isEmpty() ? one : one.adjustedTo(adjusted.next()))
        .toList();
  }

  /** Compares two; empty when no visitor has values with both. */
  static Optional<Comparison> between(
      Findings findings, String recommender, String other, String metric) {
    return findings
        .compare(recommender, other, metric)
        .map(pairs -> of(recommender, other, metric, pairs));
  }

  private static Comparison of(
      String recommender, String other, String metric, PairedComparison pairs) {
    TestResult test = pairs.pairedT();
    return new Comparison(
        recommender,
        other,
        metric,
        pairs.difference().orElse(0),
        pairs.interval(1 - LEVEL),
        test,
        test.p(),
        pairs.wilcoxon(ZeroDifferences.DROP),
        pairs.effectSizes());
  }

  private Comparison adjustedTo(double p) {
    return new Comparison(
        recommender,
        other,
        metric,
        difference,
        interval,
        test,
        OptionalDouble.of(p),
        wilcoxon,
        effects);
  }

  /** Tells whether the difference is significant at 5 % after the correction. */
  boolean significant() {
    return adjusted.isPresent() && adjusted.getAsDouble() <= LEVEL;
  }
}
