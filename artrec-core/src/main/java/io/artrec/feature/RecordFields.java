package io.artrec.feature;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What records say in the fields that describe works, whatever case and space it is in. */
final class RecordFields {
  /** Before the name of a free attribute, so that none is taken for a field. */
  static final String ATTRIBUTE = "attribute:";

  /** The fields of every record, free attributes aside. */
  static final List<String> STANDARD =
      List.of("artist", "movement", "genre", "medium", "technique", "subject");

  private static final Set<String> NOBODY =
      Set.of(
          "unknown",
          "anonymous",
          "unidentified",
          "unknown artist",
          "artist unknown",
          "anonymous artist",
          "unidentified artist",
          "佚名");

  private static final Pattern MATERIALS =
      Pattern.compile(
          "\\s*(?:[,;+&/()、，；（）]|\\b(?:on|and|with|over|in|under|mounted|laid|transferred|to|from|a|an|the)\\b)\\s*");

  private RecordFields() {}

  /** The distinct values of a field in lower case, each with how the record spells it first. */
  static Map<String, String> values(Artwork artwork, String field) {
    Set<String> values = new LinkedHashSet<>();
    switch (field) {
      case "artist" -> artwork.artists().stream().map(ArtistCredit::name).forEach(values::add);
      case "movement" -> values.addAll(artwork.movements());
      case "subject" -> values.addAll(artwork.subjects());
      case "technique" -> values.addAll(artwork.techniques());
      case "genre" -> artwork.genre().ifPresent(values::add);
      case "medium" -> artwork.medium().ifPresent(text -> values.addAll(materials(text)));
      default ->
          values.addAll(
              artwork.attributes().getOrDefault(field.substring(ATTRIBUTE.length()), List.of()));
    }
    Map<String, String> spelled = new LinkedHashMap<>();
    for (String value : values) {
      String text = value.strip();
      spelled.putIfAbsent(text.toLowerCase(Locale.ROOT), text);
    }
    spelled.remove("");
    if (field.equals("artist")) {
      spelled.keySet().removeAll(NOBODY);
    }
    return spelled;
  }

  private static List<String> materials(String medium) {
    String text = medium.length() <= 500 ? medium : medium.substring(0, 500);
    return List.of(MATERIALS.split(text.toLowerCase(Locale.ROOT)));
  }
}
