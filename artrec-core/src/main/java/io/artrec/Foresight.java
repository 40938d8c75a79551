package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.learning.internal.AdaptiveWindow;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Circumstances;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scores;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Held-out accuracy as it comes: how high a work that pleased a visitor stood for them just before,
 * among others. Thread-safe.
 */
final class Foresight {
  private static final int EACH = 16;
  private static final long APART_MILLIS = 50;
  private static final int OTHERS = 100;

  /** Fewer others say too little. */
  private static final int FEWEST = 10;

  private final Clock clock;
  private final double delta;
  private final AtomicLong offered = new AtomicLong();
  private final AtomicLong next = new AtomicLong(Long.MIN_VALUE);

  private AdaptiveWindow window;
  private boolean fallen;

  Foresight(Clock clock, double delta) {
    this.clock = clock;
    this.delta = delta;
    window = new AdaptiveWindow(delta);
  }

  /** The mean of how high works stood lately, and over how many. */
  record Accuracy(double mean, long count, boolean fallen) {}

  /** How high an event's work stands before it is recorded; empty where that is not measured. */
  OptionalDouble measure(State now, Interaction event) {
    if (event.isImpression() || !isOneOf(offered.getAndIncrement())) {
      return OptionalDouble.empty();
    }
    long millis = clock.millis();
    OptionalInt work = now.engine().catalog().indexOf(event.artwork());
    if (work.isEmpty() || !pleases(now, event, millis)) {
      return OptionalDouble.empty();
    }
    long seed = Chance.seed(now.engine().settings().seed(), List.of(event.user()), millis);
    Query query =
        now.query(
            new Asker(
                Optional.of(event.user()),
                History.none(),
                Map.of(),
                millis,
                seed,
                Circumstances.none()));
    return query.preferences().size() == 0 || had(query.history()).get(work.getAsInt())
        ? OptionalDouble.empty()
        : standing(now, query, work.getAsInt(), seed);
  }

  private boolean isOneOf(long number) {
    if (number % EACH != 0) {
      return false;
    }
    long millis = clock.millis();
    long allowed = next.get();
    return millis >= allowed && next.compareAndSet(allowed, millis + APART_MILLIS);
  }

  private static boolean pleases(State now, Interaction event, long millis) {
    Catalog catalog = now.engine().catalog();
    return now.engine()
        .context()
        .preferenceModel()
        .apply(Dataset.historyOf(catalog, List.of(event)), millis)
        .anyPositive();
  }

  private static BitSet had(History history) {
    BitSet had = new BitSet();
    for (int i = 0; i < history.size(); i++) {
      had.set(history.artwork(i));
    }
    return had;
  }

  private static OptionalDouble standing(State now, Query query, int work, long seed) {
    BitSet among = had(query.history());
    among.set(work);
    int[] others = others(among, now.engine().catalog().size(), new SplittableRandom(seed));
    if (others.length < FEWEST) {
      return OptionalDouble.empty();
    }
    BitSet drawn = new BitSet();
    drawn.set(work);
    for (int other : others) {
      drawn.set(other);
    }
    Candidates candidates = Candidates.of(drawn.stream().toArray());
    Scores scores = now.engine().scorer().score(query, candidates);
    double own = 0;
    for (int p = 0; p < candidates.size(); p++) {
      own = candidates.artwork(p) == work ? value(scores, p) : own;
    }
    double below = -0.5;
    for (int p = 0; p < candidates.size(); p++) {
      double other = value(scores, p);
      below += other < own ? 1 : other == own ? 0.5 : 0;
    }
    return OptionalDouble.of(below / others.length);
  }

  private static double value(Scores scores, int position) {
    return scores.get(position).orElse(Double.NEGATIVE_INFINITY);
  }

  /** Some of the works that are not among others, evenly drawn; all where there are no more. */
  private static int[] others(BitSet taken, int works, SplittableRandom random) {
    int left = works - taken.cardinality();
    if (left <= OTHERS) {
      return IntStream.range(0, works).filter(w -> !taken.get(w)).toArray();
    }
    BitSet used = (BitSet) taken.clone();
    int[] others = new int[OTHERS];
    for (int i = 0; i < OTHERS; ) {
      int other = random.nextInt(works);
      if (!used.get(other)) {
        used.set(other);
        others[i++] = other;
      }
    }
    return others;
  }

  /** Takes in what was measured, once its event counts. */
  synchronized void take(double standing) {
    fallen |= window.add(standing) == AdaptiveWindow.Change.FALL;
  }

  /** What answers has learned: earlier measurements say nothing of it. */
  synchronized void restart() {
    window = new AdaptiveWindow(delta);
    fallen = false;
  }

  synchronized Accuracy accuracy() {
    return new Accuracy(window.mean(), window.count(), fallen);
  }

  boolean hasFallen() {
    return accuracy().fallen();
  }
}
