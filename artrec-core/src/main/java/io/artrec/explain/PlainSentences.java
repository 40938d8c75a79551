package io.artrec.explain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Kinds of causes and amounts, those that count most first. */
final class PlainSentences implements Sentences {
  static final PlainSentences INSTANCE = new PlainSentences();

  private static final int MOST = 5;

  private PlainSentences() {}

  @Override
  public String write(Explanation explanation, Locale language) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (Contribution contribution : explanation.contributions()) {
      sums.merge(name(explanation, contribution.cause()), contribution.amount(), Double::sum);
    }
    List<Map.Entry<String, Double>> largest =
        sums.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                    (Map.Entry<String, Double> e) -> -Math.abs(e.getValue())))
            .toList();
    String told =
        largest.stream()
            .limit(MOST)
            .map(entry -> entry.getKey() + number(entry.getValue()))
            .collect(Collectors.joining(", "));
    double rest = largest.stream().skip(MOST).mapToDouble(Map.Entry::getValue).sum();
    return number(explanation.score()).strip()
        + (told.isEmpty() ? "" : ": " + told)
        + (largest.size() > MOST ? ", " + (largest.size() - MOST) + " more" + number(rest) : "");
  }

  private static String name(Explanation explanation, Cause cause) {
    return cause instanceof Cause.KnownArtwork known
        ? cause.kind() + " " + explanation.work(known).id()
        : cause.kind();
  }

  private static String number(double amount) {
    return String.format(Locale.ROOT, " %.2f", amount);
  }

  @Override
  public String toString() {
    return "Sentences.plain()";
  }
}
