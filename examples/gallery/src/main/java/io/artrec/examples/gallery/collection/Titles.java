package io.artrec.examples.gallery.collection;

import io.artrec.catalog.Artwork;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words of a record in a language other than its own, from attributes such as {@code title_zh}. */
public final class Titles {
  private Titles() {}

  /**
   * Returns the title of a work in a language.
   *
   * @param work the work
   * @param language the language
   * @return the record's title where it has none in that language
   */
  public static String title(Artwork work, Locale language) {
    return own(work, "title", language).orElse(work.title());
  }

  /**
   * Returns what a record says in a language of its own accord.
   *
   * @param work the work
   * @param what the name of what it says, such as {@code title}
   * @param language the language
   * @return the words; empty where it has none in that language
   */
  public static Optional<String> own(Artwork work, String what, Locale language) {
    return work.attributes().getOrDefault(what + "_" + language.getLanguage(), List.of()).stream()
        .findFirst();
  }
}
