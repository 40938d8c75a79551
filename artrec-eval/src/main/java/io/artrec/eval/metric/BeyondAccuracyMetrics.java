package io.artrec.eval.metric;

import java.util.Map;
import java.util.function.Function;

/** Families of metrics. */
public final class BeyondAccuracyMetrics {
  private BeyondAccuracyMetrics() {}

  static Map<String, Function<MetricSpec, Metric>> families() {
    return Map.of();
  }
}
