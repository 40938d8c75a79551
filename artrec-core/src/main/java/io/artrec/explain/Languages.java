package io.artrec.explain;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What there is in several languages. */
final class Languages {
  private Languages() {}

  /**
   * The value of a language: its own, else that of the language without country and script, else
   * the first, by tag, of the same language.
   */
  static <T> Optional<T> find(Map<Locale, T> values, Locale language) {
    T own = values.get(language);
    if (own != null) {
      return Optional.of(own);
    }
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().getLanguage().equals(language.getLanguage()))
        .min(Comparator.comparing((Map.Entry<Locale, T> entry) -> entry.getKey().toLanguageTag()))
        .map(Map.Entry::getValue);
  }
}
