package io.artrec.text.search;

import io.artrec.catalog.Catalog;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether a question can be answered from a collection's texts at all: it must hold letters
 * or digits, half of its letters or more in a script that the collection is written in, and not
 * only words that say nothing, in English or Chinese. Immutable and thread-safe.
 */
final class Answerable {
  /** One letter in so many makes a script one of the collection's. */
  private static final int ONE_IN = 1_000;

  private final Set<UnicodeScript> scripts;

  private Answerable(Set<UnicodeScript> scripts) {
    this.scripts = scripts;
  }

  /** Reads a collection, O(characters). */
  static Answerable of(Catalog catalog) {
    Map<UnicodeScript, Long> counts = new EnumMap<>(UnicodeScript.class);
    catalog.stream().map(ArtworkText::complete).forEach(text -> count(text, counts));
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    counts.forEach(
        (script, count) -> {
          if (count * ONE_IN >= all) {
            scripts.add(script);
          }
        });
    return new Answerable(scripts);
  }

  private static void count(String text, Map<UnicodeScript, Long> counts) {
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1L, Long::sum));
  }

  /**
   * Tells whether a question says something.
   *
   * @param anyLanguage whether likeness is told across languages, so that scripts do not matter
   */
  boolean says(String question, boolean anyLanguage) {
    if (question.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return false;
    }
    Map<UnicodeScript, Long> counts = new EnumMap<>(UnicodeScript.class);
    count(question, counts);
    long letters = counts.values().stream().mapToLong(Long::longValue).sum();
    long known =
        counts.entrySet().stream()
            .filter(entry -> scripts.contains(entry.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    if (!anyLanguage && 2 * known < letters) {
      return false;
    }
    boolean han = counts.containsKey(UnicodeScript.HAN);
    boolean latin = counts.containsKey(UnicodeScript.LATIN);
    if (letters == 0 || !(han || latin) || counts.size() > (han && latin ? 2 : 1)) {
      return true;
    }
    TextAnalysis analysis = han ? TextAnalysis.chinese() : TextAnalysis.english();
    return !analysis.terms(question).isEmpty();
  }
}
