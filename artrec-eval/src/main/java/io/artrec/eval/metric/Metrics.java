package io.artrec.eval.metric;

import io.artrec.error.internal.NearNames;
import io.artrec.eval.metric.internal.MetricSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Metrics by name. */
public final class Metrics {
  private static final Map<String, Function<MetricSpec, Metric>> FAMILIES = families();

  private Metrics() {}

  private static Map<String, Function<MetricSpec, Metric>> families() {
    Map<String, Function<MetricSpec, Metric>> all = new TreeMap<>();
    all.putAll(RankMetrics.families());
    all.putAll(RatingMetrics.families());
    all.putAll(BeyondAccuracyMetrics.families());
    return all;
  }

  /**
   * Returns the names of all families.
   *
   * @return names in alphabetical order
   */
  public static List<String> names() {
    return List.copyOf(FAMILIES.keySet());
  }

  /**
   * {@return a metric by name}
   *
   * @param name {@code recall@20}, {@code ndcg/exponential@10}, {@code rmse}
   * @throws IllegalArgumentException when the name is unknown or has another form; the message says
   *     what is known
   */
  public static Metric parse(String name) {
    MetricSpec spec = MetricSpec.parse(name);
    Function<MetricSpec, Metric> family = FAMILIES.get(spec.family());
    if (family == null) {
      throw new IllegalArgumentException(
          "metric '"
              + spec.family()
              + "' is unknown, expected one of "
              + String.join(", ", names())
              + NearNames.question(spec.family(), names(), near -> written(near, spec)));
    }
    return family.apply(spec);
  }

  /** A family with the cutoff that was given, or {@code @k} where it needs one. */
  private static String written(String family, MetricSpec given) {
    if (!needsCutoff(family)) {
      return family;
    }
    return family
        + "@"
        + (given.cutoff().isPresent() ? String.valueOf(given.cutoff().getAsInt()) : "k");
  }

  private static boolean needsCutoff(String family) {
    try {
      return parse(family).name().contains("@");
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /**
   * Returns several metrics by name.
   *
   * @param names names, separated by commas
   * @return the metrics in the order of the names
   * @throws IllegalArgumentException as {@link #parse}, and when one comes twice or none is given
   */
  public static List<Metric> parseAll(String names) {
    List<Metric> metrics = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      Metric metric = parse(name);
      if (metrics.stream().anyMatch(other -> other.name().equals(metric.name()))) {
        throw new IllegalArgumentException(
            "metric '" + metric.name() + "' comes twice in '" + names + "', expected once");
      }
      metrics.add(metric);
    }
    return metrics;
  }
}
