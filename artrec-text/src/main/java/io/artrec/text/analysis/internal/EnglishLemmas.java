package io.artrec.text.analysis.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Undoes English inflection by rule: of the forms a word may come from, the first that is known. Of
 * {@code happily}, {@code happier} and {@code happiness} it makes {@code happy} where that is
 * known. For lists of words, where a stem would throw together what the list keeps apart.
 */
public final class EnglishLemmas {
  /** Ending, what may stand instead ("=" also undoubles a consonant), fewest letters before it. */
  private record Rule(String ending, List<String> instead, int stem) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("ically", List.of("ic", "ical"), 2),
          new Rule("iness", List.of("y"), 2),
          new Rule("iest", List.of("y"), 2),
          new Rule("ies", List.of("y", "ie"), 2),
          new Rule("ied", List.of("y", "ie"), 2),
          new Rule("ily", List.of("y"), 2),
          new Rule("ier", List.of("y"), 2),
          new Rule("ness", List.of(""), 3),
          new Rule("ably", List.of("able"), 2),
          new Rule("ibly", List.of("ible"), 2),
          new Rule("ly", List.of("", "le", "l"), 3),
          new Rule("ing", List.of("e", "", "="), 3),
          new Rule("est", List.of("e", "", "="), 3),
          new Rule("es", List.of("e", ""), 3),
          new Rule("ed", List.of("e", "", "="), 3),
          new Rule("er", List.of("e", "", "="), 3),
          new Rule("s", List.of(""), 3));

  private EnglishLemmas() {}

  /**
   * Returns the known word that a word inflects; {@code -ingly} and {@code -edly} are undone twice.
   *
   * @param word one word in lower case
   * @param known tells which words there are
   * @return the first known form, or empty when there is none; the word itself is not asked for
   */
  public static Optional<String> of(String word, Predicate<String> known) {
    String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    if (plain.length() < word.length() && known.test(plain)) {
      return Optional.of(plain);
    }
    String found = once(plain, known);
    if (found == null && plain.length() > 6 && (plain.endsWith("ly") || plain.endsWith("s"))) {
      String cut = plain.substring(0, plain.length() - (plain.endsWith("ly") ? 2 : 1));
      found = once(cut, known);
    }
    return Optional.ofNullable(found);
  }

  private static @Nullable String once(String word, Predicate<String> known) {
    for (Rule rule : RULES) {
      int stem = word.length() - rule.ending.length();
      if (stem >= rule.stem && word.endsWith(rule.ending)) {
        String base = word.substring(0, stem);
        for (String instead : rule.instead) {
          String candidate = instead.equals("=") ? undoubled(base) : base + instead;
          if (known.test(candidate)) {
            return candidate;
          }
        }
      }
    }
    return null;
  }

  private static String undoubled(String base) {
    int last = base.length() - 1;
    return base.charAt(last) == base.charAt(last - 1) ? base.substring(0, last) : base;
  }
}
