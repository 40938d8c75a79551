package io.artrec.live.internal;

import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.Earnings;
import io.artrec.behavior.Earnings.Earned;
import io.artrec.live.internal.LiveDraws.Held;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What arms earned, in whole numbers by span of time: fine spans for answers whose window is not
 * over, which do not count yet, and coarse ones for those that do, by which they age. Thread-safe.
 */
final class ArmSums {
  private static final int FINE = 30;
  private static final int COARSE = 16;

  /** Half-lives after which answers count for nothing: less than a billionth. */
  static final int HALF_LIVES = 30;

  /** Coarse spans that are kept. */
  private static final int KEPT = HALF_LIVES * COARSE;

  /** Count, reward in thousandths, and weighted loss in millionths, by segment and arm. */
  private static final class Span {
    private final Map<String, Map<String, long[]>> bySegment = new TreeMap<>();

    void add(String segment, String arm, long[] more, int sign) {
      Map<String, long[]> arms = bySegment.computeIfAbsent(segment, name -> new TreeMap<>());
      long[] sums = arms.computeIfAbsent(arm, name -> new long[3]);
      for (int s = 0; s < sums.length; s++) {
        sums[s] += sign * more[s];
      }
      if (sums[0] == 0) {
        arms.remove(arm);
        if (arms.isEmpty()) {
          bySegment.remove(segment);
        }
      }
    }

    void addTo(Span other) {
      bySegment.forEach(
          (segment, arms) -> arms.forEach((arm, sums) -> other.add(segment, arm, sums, 1)));
    }
  }

  private final long window;
  private final long fineMillis;
  private final Optional<Long> halfLife;
  private final TreeMap<Long, Span> open = new TreeMap<>();
  private final TreeMap<Long, Span> counted = new TreeMap<>();

  /** The last fine span that counts. */
  private long countedTo = Long.MIN_VALUE;

  /** The first coarse span that is kept. */
  private long from = Long.MIN_VALUE;

  /** The coarse span of the time that {@code known} is for. */
  private long knownAt;

  private Earnings known = Earnings.none();
  private boolean changed;

  ArmSums(long windowMillis, Optional<Long> halfLifeMillis) {
    window = windowMillis;
    halfLife = halfLifeMillis;
    fineMillis = Math.max(1, windowMillis / FINE);
  }

  /** Takes answers out and puts others in; those in both stay. */
  synchronized void replace(List<Held> before, List<Held> after, ToIntFunction<Held> reward) {
    Set<Held> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(after);
    before.stream().filter(held -> !kept.remove(held)).forEach(held -> add(held, reward, -1));
    kept.forEach(held -> add(held, reward, 1));
  }

  private void add(Held held, ToIntFunction<Held> reward, int sign) {
    DrawnAnswer answer = held.answer();
    int thousandths = reward.applyAsInt(held);
    long[] more = {1, thousandths, Math.round(1000 * (1000 - thousandths) / answer.probability())};
    long fine = Math.floorDiv(answer.epochMillis(), fineMillis);
    if (fine > countedTo) {
      put(open, fine, answer, more, sign);
    } else if (coarse(fine) >= from) {
      put(counted, coarse(fine), answer, more, sign);
      changed = true;
    }
  }

  private static void put(
      Map<Long, Span> spans, long index, DrawnAnswer answer, long[] more, int sign) {
    Span span = spans.computeIfAbsent(index, at -> new Span());
    span.add(answer.segment(), answer.arm(), more, sign);
    if (span.bySegment.isEmpty()) {
      spans.remove(index);
    }
  }

  /** The coarse span of a fine one; there is one alone where answers do not age. */
  private long coarse(long fine) {
    return halfLife.isEmpty() ? 0 : coarseOf(fine * fineMillis);
  }

  private long coarseOf(long millis) {
    return halfLife.map(half -> Math.floorDiv(millis, Math.max(1, half / COARSE))).orElse(0L);
  }

  synchronized Earnings at(long nowMillis) {
    long now = coarseOf(nowMillis);
    if (halfLife.isPresent() && now - KEPT > from) {
      from = now - KEPT;
      counted.headMap(from, false).clear();
    }
    long last = Math.floorDiv(nowMillis - window, fineMillis) - 1;
    if (last > countedTo) {
      Map<Long, Span> due = open.headMap(last, true);
      due.forEach(
          (fine, span) -> {
            if (coarse(fine) >= from) {
              span.addTo(counted.computeIfAbsent(coarse(fine), at -> new Span()));
              changed = true;
            }
          });
      due.clear();
      countedTo = last;
    }
    if (changed || now > knownAt) {
      known = earnings(now);
      knownAt = now;
      changed = false;
    }
    return known;
  }

  private Earnings earnings(long now) {
    Map<String, Map<String, Earned>> sums = new TreeMap<>();
    counted.forEach(
        (index, span) -> {
          double counts = halfLife.isEmpty() ? 1 : Math.pow(2, (double) (index - now) / COARSE);
          span.bySegment.forEach(
              (segment, arms) ->
                  arms.forEach(
                      (arm, sum) ->
                          sums.computeIfAbsent(segment, name -> new TreeMap<>())
                              .merge(arm, earned(sum).times(counts), Earned::plus)));
        });
    return sums.isEmpty() ? Earnings.none() : Earnings.of(sums);
  }

  private static Earned earned(long[] sums) {
    return new Earned(sums[0], sums[1] / 1e3, sums[2] / 1e6);
  }
}
