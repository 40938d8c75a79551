package io.artrec.llm.question;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terms by which records support a question: English stems, pairs of Chinese characters, and how
 * rare each is among the records. Immutable and thread-safe.
 */
final class PassageTerms {
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

  private final Map<String, Integer> frequencies = new HashMap<>();
  private final int works;

  PassageTerms(Catalog catalog) {
    works = catalog.size();
    for (Artwork artwork : catalog) {
      of(ArtworkText.complete(artwork)).forEach(term -> frequencies.merge(term, 1, Integer::sum));
    }
  }

  /** The distinct terms of a text, in their order. */
  static Set<String> of(String text) {
    Set<String> terms = new LinkedHashSet<>();
    Matcher han = HAN.matcher(text);
    while (han.find()) {
      String run = han.group();
      for (int i = 0; i + 1 < run.length(); i++) {
        terms.add(run.substring(i, i + 2));
      }
    }
    terms.addAll(TextAnalysis.english().terms(HAN.matcher(text).replaceAll(" ")));
    return terms;
  }

  /** How much a term tells, as BM25 has it. */
  double rarity(String term) {
    int frequency = frequencies.getOrDefault(term, 0);
    return Math.log(1 + (works - frequency + 0.5) / (frequency + 0.5));
  }

  /** How much of what some terms tell a text has, 0 to 1. */
  double share(Set<String> asked, Set<String> text) {
    double all = 0;
    double there = 0;
    for (String term : asked) {
      double rarity = rarity(term);
      all += rarity;
      there += text.contains(term) ? rarity : 0;
    }
    return all > 0 ? there / all : 0;
  }
}
