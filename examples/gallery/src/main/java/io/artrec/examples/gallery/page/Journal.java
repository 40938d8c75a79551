package io.artrec.examples.gallery.page;

import io.artrec.Recommendation;
import io.artrec.Recommendations;
import io.artrec.Timings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the operator sees of the day: how long answers took, which works were shown, which wishes
 * found nothing. In memory only, bounded, and without a wish of anybody who was forgotten.
 * Thread-safe.
 */
final class Journal {
  private static final int MOST_TIMES = 2000;
  private static final int MOST_WISHES = 100;
  private static final int MOST_CHARACTERS = 120;

  private final Deque<Long> micros = new ArrayDeque<>();
  private final Map<String, Integer> shown = new HashMap<>();
  private final Deque<Wish> unmet = new ArrayDeque<>();
  private long answers;
  private long fallbacks;
  private long places;

  private record Wish(String visitor, String text) {}

  /** Notes an answer that a visitor sees. */
  synchronized Recommendations answered(Recommendations answer) {
    took(answer.timings());
    answers++;
    for (Recommendation one : answer) {
      shown.merge(one.artwork().id(), 1, Integer::sum);
      places++;
      fallbacks += one.isFallback() ? 1 : 0;
    }
    return answer;
  }

  private void took(Timings timings) {
    micros.addLast(timings.total().toNanos() / 1000);
    if (micros.size() > MOST_TIMES) {
      micros.removeFirst();
    }
  }

  /** Notes a wish that found nothing. */
  synchronized void unmet(String visitor, String wish) {
    String cut = wish.substring(0, Math.min(wish.length(), MOST_CHARACTERS));
    unmet.addLast(new Wish(visitor, cut));
    if (unmet.size() > MOST_WISHES) {
      unmet.removeFirst();
    }
  }

  synchronized void forget(String visitor) {
    unmet.removeIf(wish -> wish.visitor().equals(visitor));
  }

  /** Returns the wishes that found nothing, the latest first, each once. */
  synchronized List<String> unmetWishes() {
    List<String> wishes = new ArrayList<>();
    unmet.descendingIterator().forEachRemaining(wish -> wishes.add(wish.text()));
    return wishes.stream().distinct().toList();
  }

  synchronized long answers() {
    return answers;
  }

  /** Returns the share of shown works that only filled a wall; 0 when nothing was shown. */
  synchronized double fallbackShare() {
    return places == 0 ? 0 : (double) fallbacks / places;
  }

  /** Returns how often each work was shown. */
  synchronized Map<String, Integer> shown() {
    return Map.copyOf(shown);
  }

  /** Returns the times of the latest answers, the shortest first. */
  synchronized List<Duration> times() {
    return micros.stream().sorted().map(it -> Duration.ofNanos(it * 1000)).toList();
  }
}
