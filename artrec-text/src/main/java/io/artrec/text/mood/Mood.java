package io.artrec.text.mood;

import java.util.Locale;
import java.util.Objects;

/**
 * A mood with a name, as {@link MoodLexicon} has them. Immutable.
 *
 * @param name the English name, which is its identity, for instance {@code calm}
 * @param chineseName the Chinese name, for instance 平静
 * @param affect where it lies
 */
public record Mood(String name, String chineseName, Affect affect) {
  /** Validates the parts. */
  public Mood {
    Objects.requireNonNull(affect, "affect");
    if (name.isBlank() || chineseName.isBlank()) {
      throw new IllegalArgumentException("a mood at " + affect + " lacks a name");
    }
  }

  /**
   * {@return what the mood is called}
   *
   * @param language Chinese for {@code zh}, else English
   */
  public String label(Locale language) {
    return language.getLanguage().equals("zh") ? chineseName : name;
  }
}
