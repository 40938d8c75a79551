package io.artrec.eval.report;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells metrics of accuracy from those of variety by their family's name. */
final class MetricKind {
  /** Families that say how varied lists are, in the order in which a plot prefers them. */
  private static final List<String> VARIETY =
      List.of(
          "diversity",
          "catalog-coverage",
          "novelty",
          "epc",
          "unexpectedness",
          "serendipity",
          "entropy",
          "gini");

  /** Families that say neither how right answers are nor how varied. */
  private static final List<String> OTHER =
      List.of(
          "user-coverage",
          "arp",
          "aplt",
          "aclt",
          "calibration",
          "exposure-gini",
          "exposure-ratio",
          "exposure-disparity");

  private MetricKind() {}

  /** Returns the first metric that says how right answers are. */
  static Optional<String> accuracy(List<String> metrics) {
    return metrics.stream()
        .filter(m -> !VARIETY.contains(family(m)) && !OTHER.contains(family(m)))
        .findFirst();
  }

  /** Returns the metric that says best how varied answers are. */
  static Optional<String> variety(List<String> metrics) {
    return metrics.stream()
        .filter(m -> VARIETY.contains(family(m)))
        .min(Comparator.comparingInt(m -> VARIETY.indexOf(family(m))));
  }

  /** Returns the first metric of how much of the catalogue lists show. */
  static Optional<String> coverage(List<String> metrics) {
    return metrics.stream().filter(m -> family(m).equals("catalog-coverage")).findFirst();
  }

  private static String family(String metric) {
    try {
      return MetricSpec.parse(metric).family();
    } catch (IllegalArgumentException e) {
      return metric.toLowerCase(Locale.ROOT);
    }
  }
}
