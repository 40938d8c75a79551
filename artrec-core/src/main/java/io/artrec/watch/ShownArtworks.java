package io.artrec.watch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** How the places of answers are spread over works and visitors. Not thread-safe. */
final class ShownArtworks {
  /** From so many visitors on it is told how much their answers share. */
  static final int VISITORS = 20;

  private final Map<String, Double> places = new HashMap<>();
  private final Map<Long, ShownAnswer> byVisitor = new HashMap<>();

  /**
   * Adds an answer.
   *
   * @param weight how many answers it stands for
   */
  void add(ShownAnswer shown, double weight) {
    shown.works().forEach(work -> places.merge(work, weight, Double::sum));
    if (shown.visitor() != 0 && !shown.works().isEmpty()) {
      byVisitor.put(shown.visitor(), shown);
    }
  }

  int works() {
    return places.size();
  }

  double total() {
    return places.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The share of the places that the most shown hundredth of so many works take, 0 to 1. */
  double topShare(int catalog) {
    int top = Math.max(1, catalog / 100);
    double[] counts = sorted();
    double most = 0;
    for (int i = Math.max(0, counts.length - top); i < counts.length; i++) {
      most += counts[i];
    }
    double total = total();
    return total == 0 ? 0 : most / total;
  }

  /**
   * Gini's coefficient of the places by work: 0 when all works of so many are shown alike, near 1
   * when one takes all.
   */
  double gini(int catalog) {
    double[] counts = sorted();
    double total = total();
    int works = Math.max(catalog, counts.length);
    if (total == 0) {
      return 0;
    }
    double ranked = 0;
    for (int i = 0; i < counts.length; i++) {
      ranked += (works - counts.length + i + 1) * counts[i];
    }
    return 2 * ranked / (works * total) - (works + 1.0) / works;
  }

  private double[] sorted() {
    double[] counts = places.values().stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(counts);
    return counts;
  }

  int visitors() {
    return byVisitor.size();
  }

  /**
   * Which share of their works the answers of two visitors have in common, on average over all
   * pairs, by one answer of each; empty for too few visitors.
   */
  OptionalDouble overlap() {
    int visitors = byVisitor.size();
    if (visitors < VISITORS) {
      return OptionalDouble.empty();
    }
    Map<String, Integer> seenBy = new HashMap<>();
    long length = 0;
    for (ShownAnswer shown : byVisitor.values()) {
      Set<String> works = new HashSet<>(shown.works());
      works.forEach(work -> seenBy.merge(work, 1, Integer::sum));
      length += works.size();
    }
    double pairs = 0;
    for (int count : seenBy.values()) {
      pairs += (double) count * (count - 1);
    }
    double common = pairs / ((double) visitors * (visitors - 1));
    return OptionalDouble.of(common / ((double) length / visitors));
  }
}
