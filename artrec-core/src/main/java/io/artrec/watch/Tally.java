package io.artrec.watch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** What several slices have counted together. Immutable once made. */
final class Tally {
  private final Map<Counted, Long> counts = new EnumMap<>(Counted.class);
  private final Map<Stage, LatencyHistogram> latencies = new EnumMap<>(Stage.class);
  private final ShownArtworks shown = new ShownArtworks();
  private final OptionalDouble drift;
  private final boolean drifted;

  Tally(List<Slice> slices, ReferenceScores reference) {
    for (Counted what : Counted.values()) {
      counts.put(what, slices.stream().mapToLong(slice -> slice.count(what)).sum());
    }
    for (Stage stage : Stage.values()) {
      LatencyHistogram all = new LatencyHistogram();
      slices.forEach(slice -> all.addAll(slice.latencies(stage)));
      latencies.put(stage, all);
    }
    slices.forEach(slice -> slice.sample().forEach(one -> shown.add(one, slice.weight())));
    double[] scores =
        slices.stream()
            .flatMap(Slice::sample)
            .filter(one -> one.lesson() == reference.lesson())
            .mapToDouble(ShownAnswer::score)
            .toArray();
    boolean known = reference.isComplete() && scores.length >= ReferenceScores.ENOUGH;
    drift = known ? OptionalDouble.of(reference.distance(scores)) : OptionalDouble.empty();
    drifted =
        known
            && drift.getAsDouble() >= WatchReport.DRIFT
            && drift.getAsDouble() > ReferenceScores.critical(ReferenceScores.SIZE, scores.length);
  }

  long count(Counted what) {
    return counts.getOrDefault(what, 0L);
  }

  double share(Counted part, Counted whole) {
    return count(whole) == 0 ? 0 : (double) count(part) / count(whole);
  }

  LatencyHistogram latencies(Stage stage) {
    return Objects.requireNonNull(latencies.get(stage));
  }

  ShownArtworks shown() {
    return shown;
  }

  OptionalDouble drift() {
    return drift;
  }

  boolean hasDrifted() {
    return drifted;
  }
}
