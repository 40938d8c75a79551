package io.artrec.watch;

import io.artrec.Recommendations;
import io.artrec.Timings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was counted during one part of the window. Thread-safe, without locks; of what is counted
 * while it is read, some may be missing.
 */
final class Slice {
  /** So many answers are sampled in one slice. */
  static final int SAMPLE = 500;

  private final long number;
  private final Map<Counted, LongAdder> counters = new EnumMap<>(Counted.class);
  private final Map<Stage, LatencyHistogram> latencies = new EnumMap<>(Stage.class);
  private final AtomicReferenceArray<ShownAnswer> sample = new AtomicReferenceArray<>(SAMPLE);
  private final AtomicLong sampled = new AtomicLong();

  /**
   * Starts with nothing.
   *
   * @param number which part of time this is
   */
  Slice(long number) {
    this.number = number;
    for (Counted what : Counted.values()) {
      counters.put(what, new LongAdder());
    }
    for (Stage stage : Stage.values()) {
      latencies.put(stage, new LatencyHistogram());
    }
  }

  long number() {
    return number;
  }

  void add(Counted what, long count) {
    if (count > 0) {
      of(what).add(count);
    }
  }

  private LongAdder of(Counted what) {
    return Objects.requireNonNull(counters.get(what));
  }

  long count(Counted what) {
    return of(what).sum();
  }

  LatencyHistogram latencies(Stage stage) {
    return Objects.requireNonNull(latencies.get(stage));
  }

  void time(Recommendations answer) {
    Timings timings = answer.timings();
    for (Stage stage : Stage.values()) {
      if (stage == Stage.TOTAL || !timings.isCached()) {
        latencies(stage).add(stage.of(timings).toNanos());
      }
    }
  }

  /**
   * Takes an answer into the sample, where every answer of the slice ends up with the same chance
   * (reservoir sampling: Jeffrey Vitter, "Random Sampling with a Reservoir", ACM TOMS 1985,
   * algorithm R).
   *
   * @param random a number that looks like chance, of the answer's place in the slice
   */
  void sample(ShownAnswer shown, LongUnaryOperator random) {
    long place = sampled.getAndIncrement();
    if (place < SAMPLE) {
      sample.set((int) place, shown);
    } else {
      long drawn = Math.floorMod(random.applyAsLong(place), place + 1);
      if (drawn < SAMPLE) {
        sample.set((int) drawn, shown);
      }
    }
  }

  /** How many answers each one of the sample stands for. */
  double weight() {
    return Math.max(1.0, (double) sampled.get() / SAMPLE);
  }

  Stream<ShownAnswer> sample() {
    return IntStream.range(0, SAMPLE).mapToObj(sample::get).filter(Objects::nonNull);
  }

  /** Drops what was shown to a visitor. */
  void forget(long visitor) {
    for (int i = 0; i < SAMPLE; i++) {
      ShownAnswer shown = sample.get(i);
      if (shown != null && shown.visitor() == visitor) {
        sample.compareAndSet(i, shown, null);
      }
    }
  }
}
