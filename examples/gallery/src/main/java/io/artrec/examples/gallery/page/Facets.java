package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.words.Text;
import java.util.Map;

/** What the library calls facets and strategies, in the visitor's language. */
final class Facets {
  private static final Map<String, Text> NAMES =
      Map.ofEntries(
          Map.entry("palette", Text.FACET_PALETTE),
          Map.entry("composition", Text.FACET_COMPOSITION),
          Map.entry("subject", Text.FACET_SUBJECT),
          Map.entry("artist", Text.FACET_ARTIST),
          Map.entry("mood", Text.FACET_MOOD),
          Map.entry("movement", Text.FACET_MOVEMENT),
          Map.entry("genre", Text.FACET_GENRE),
          Map.entry("period", Text.FACET_PERIOD),
          Map.entry("text", Text.FACET_TEXT));

  private static final Map<String, Text> METHODS =
      Map.of(
          "content-based", Text.METHOD_CONTENT,
          "ease", Text.METHOD_EASE,
          "popularity", Text.METHOD_POPULARITY,
          "keyword-search", Text.METHOD_WORDS,
          "impressions", Text.METHOD_SHOWN);

  private Facets() {}

  /** Returns what a strategy does; its name where there are no words for it. */
  static String method(Visit visit, String strategy) {
    Text name = METHODS.get(strategy);
    return name == null ? strategy : visit.say(name);
  }

  /** Returns the facet's name; its own where there is no other. */
  static String named(Visit visit, String facet) {
    Text name = NAMES.get(facet);
    return name == null ? facet : visit.say(name);
  }
}
