package io.artrec.eval.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A metric by how much of the training part was learned from. */
final class LearningPlot {
  private LearningPlot() {}

  /** Returns the plot; empty unless splits name two shares or more. */
  static Optional<Plot> of(Findings findings, String metric) {
    List<String> splits = findings.result().splits();
    double[] shares =
        splits.stream()
            .flatMapToDouble(split -> Shares.of(split).stream())
            .distinct()
            .sorted()
            .toArray();
    List<Series> series =
        Series.of(findings).stream()
            .filter(one -> findings.value(one.recommender(), metric).isPresent())
            .toList();
    if (shares.length < 2 || series.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LinePlot(
                "learning",
                metric + " by training share",
                "Each recommender learned from a part of the training events and was tested on the"
                    + " same visitors."
                    + Series.selection(findings),
                Words.withDirection(findings, metric),
                "share of the training part learned from",
                Arrays.stream(shares).mapToObj(Numbers::percent).toList(),
                series,
                series.stream()
                    .map(one -> means(findings, one.recommender(), metric, shares))
                    .toList())
            .drawAt(shares));
  }

  private static List<OptionalDouble> means(
      Findings findings, String recommender, String metric, double[] shares) {
    return Arrays.stream(shares)
        .mapToObj(
            share ->
                findings.result().runs().stream()
                    .filter(run -> run.recommender().equals(recommender))
                    .filter(run -> Shares.of(run.split()).orElse(-1) == share)
                    .flatMap(run -> run.measurement(metric).stream())
                    .flatMapToDouble(measurement -> measurement.value().stream())
                    .average())
        .toList();
  }
}
