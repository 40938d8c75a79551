package io.artrec.examples.gallery.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the gallery. */
public final class Languages {
  private static final Words ENGLISH = new EnglishWords();
  private static final Words CHINESE = new ChineseWords();

  private Languages() {}

  /**
   * Returns a language by its code.
   *
   * @param code {@code en} or {@code zh}
   * @return its words; empty for all other languages
   */
  public static Optional<Words> of(String code) {
    return switch (code) {
      case "en" -> Optional.of(ENGLISH);
      case "zh" -> Optional.of(CHINESE);
      default -> Optional.empty();
    };
  }

  /**
   * Returns the language that a browser asks for first, of those there are.
   *
   * @param accepted the header {@code Accept-Language}; what cannot be read counts as none
   * @return English where neither is asked for
   */
  public static Words preferred(String accepted) {
    try {
      List<Locale> known = List.of(Locale.ENGLISH, Locale.CHINESE);
      Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), known);
      return found == null ? ENGLISH : of(found.getLanguage()).orElse(ENGLISH);
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }
}
