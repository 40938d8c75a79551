package io.artrec.eval.report;

import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.metric.UserValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A metric by how much was known of visitors, in groups of about as many visitors each. */
final class ActivityPlot {
  private static final int MOST_GROUPS = 5;

  private ActivityPlot() {}

  /** Returns the plot; empty when there are no values by visitor or all visitors are alike. */
  static Optional<Plot> of(Findings findings, String metric) {
    int[] activities =
        findings.splits().stream()
            .flatMap(
                split ->
                    findings.ranked().stream()
                        .flatMap(name -> findings.run(name, split).stream())
                        .limit(1))
            .flatMap(run -> run.activity().stream())
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    int[] ends = ends(activities);
    List<Series> series =
        Series.of(findings).stream()
            .filter(one -> findings.hasVisitors(one.recommender(), metric))
            .toList();
    return ends.length < 2 || series.isEmpty()
        ? Optional.empty()
        : Optional.of(draw(findings, metric, activities, ends, series));
  }

  /** Returns the highest activity of each group. */
  private static int[] ends(int[] sorted) {
    int groups = MOST_GROUPS;
    return IntStream.rangeClosed(1, groups)
        .filter(i -> sorted.length >= groups)
        .map(i -> sorted[(int) ((long) sorted.length * i / groups) - 1])
        .distinct()
        .toArray();
  }

  private static Plot draw(
      Findings findings, String metric, int[] activities, int[] ends, List<Series> series) {
    List<String> places = new ArrayList<>();
    List<String> sizes = new ArrayList<>();
    int from = activities[0];
    for (int end : ends) {
      int low = from;
      places.add(low == end ? abbreviated(end) : abbreviated(low) + "\u2013" + abbreviated(end));
      sizes.add(
          "n\u00a0=\u00a0" + Arrays.stream(activities).filter(a -> a >= low && a <= end).count());
      from = end + 1;
    }
    return new LinePlot(
            "activity",
            metric + " by visitors\u2019 activity",
            "Visitors grouped by how many works each was known by in training; n counts them."
                + Series.selection(findings),
            Words.withDirection(findings, metric),
            "works known in training",
            places,
            series,
            series.stream().map(one -> means(findings, one.recommender(), metric, ends)).toList())
        .draw(sizes);
  }

  private static String abbreviated(int activity) {
    return activity < 10_000
        ? Integer.toString(activity)
        : String.format(Locale.ROOT, "%dk", activity / 1000);
  }

  private static List<OptionalDouble> means(
      Findings findings, String recommender, String metric, int[] ends) {
    double[] sums = new double[ends.length];
    double[] weights = new double[ends.length];
    for (RunResult run : findings.runs(recommender)) {
      Optional<UserValues> values = Findings.users(run, metric);
      for (int user = 0; values.isPresent() && user < run.users().size(); user++) {
        int found = Arrays.binarySearch(ends, run.activity().get(user));
        int group = found < 0 ? -found - 1 : found;
        double weight = values.get().weight(user);
        sums[group] += weight * values.get().get(user).orElse(0);
        weights[group] += weight;
      }
    }
    return IntStream.range(0, ends.length)
        .mapToObj(
            i -> weights[i] == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[i] / weights[i]))
        .toList();
  }
}
