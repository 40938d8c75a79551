package io.artrec.llm.interest;

import io.artrec.behavior.Interest;
import io.artrec.catalog.Trait;
import io.artrec.llm.interest.UserTraces.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what texts say of traits. Each text counts once for a trait, by at most 1, so that a long
 * one is not more than another; of the sum {@code s} the weight is {@code s / √(1 + s²)}. Not
 * thread-safe.
 */
final class WeighedWords {
  private static final double LEAST = 0.1;

  private record Key(Trait trait, Interest.Evidence evidence) {}

  private record Sum(double value, Source last) {
    Sum plus(double more, Source from) {
      return new Sum(value + more, isLater(from, last) ? from : last);
    }

    private static boolean isLater(Source a, Source b) {
      return !a.time().orElse(Instant.MIN).isBefore(b.time().orElse(Instant.MIN));
    }
  }

  private final Map<Key, Sum> sums = new LinkedHashMap<>();

  /** Adds what one text says. */
  void add(UserTraces.Text text, Map<Trait, Double> said) {
    said.forEach(
        (trait, value) -> {
          double bounded = Math.max(-1, Math.min(1, value));
          sums.merge(
              new Key(trait, text.evidence()),
              new Sum(bounded, text.of()),
              (before, one) -> before.plus(one.value(), one.last()));
        });
  }

  /** The interests that are worth a word, in the order in which they came up. */
  List<Interest> interests() {
    List<Interest> interests = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          double weight = sum.value() / Math.sqrt(1 + sum.value() * sum.value());
          if (Math.abs(weight) >= LEAST
              && key.trait().name().length() <= Interest.MOST_CHARACTERS) {
            interests.add(dated(Interest.of(key.trait(), weight, key.evidence()), sum.last()));
          }
        });
    return interests;
  }

  private static Interest dated(Interest interest, Source source) {
    Interest dated = source.time().map(interest::at).orElse(interest);
    return source
        .reference()
        .filter(id -> !id.isBlank() && id.length() <= Interest.MOST_CHARACTERS)
        .map(dated::from)
        .orElse(dated);
  }
}
