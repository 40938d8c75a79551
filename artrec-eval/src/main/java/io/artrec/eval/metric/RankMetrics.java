package io.artrec.eval.metric;

import java.util.Map;
import java.util.function.Function;

/** Families of metrics. */
public final class RankMetrics {
  private RankMetrics() {}

  static Map<String, Function<MetricSpec, Metric>> families() {
    return Map.of();
  }
}
