package io.artrec.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What titles say: whether they name the work at all, and which works they put into one series. */
final class Titles {
  /** The title of a work that has none and that no other field can name. */
  static final String UNTITLED = "Untitled";

  private static final int LONGEST = 1_000;
  private static final int SHORTEST_SERIES = 5;
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** What cataloguers write where there is no title. */
  private static final Set<String> NOT_KNOWN =
      Set.of(
          "title not known",
          "title unknown",
          "unknown title",
          "title not recorded",
          "title missing",
          "no title",
          "no title known",
          "not titled",
          "without title",
          "no title given",
          "blank",
          "blank page",
          "unknown",
          "not known",
          "none",
          "null",
          "nan",
          "n a",
          "na",
          "tbc",
          "tbd",
          "title to be confirmed",
          "titre inconnu",
          "titel unbekannt",
          "titel onbekend",
          "título desconocido",
          "titolo sconosciuto",
          "题名不详",
          "題名不詳",
          "题目不详",
          "未知");

  /** What artists, or cataloguers for them, call a work that shall have no title. */
  private static final Set<String> NO_TITLE =
      Set.of(
          "untitled",
          "sans titre",
          "ohne titel",
          "o t",
          "s t",
          "sin título",
          "sin titulo",
          "senza titolo",
          "zonder titel",
          "unbetitelt",
          "sem título",
          "sem titulo",
          "uden titel",
          "utan titel",
          "bez názvu",
          "bez tytułu",
          "без названия",
          "无题",
          "無題");

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}])(?:\\p{N}+|[ivxlc]{1,6}|[a-z]|no|nr|num|number)(?![\\p{L}\\p{M}])");

  /** A place in a set of prints or leaves, or in the making of one print. */
  private static final Pattern PLACE_IN_SET =
      Pattern.compile(
          "\\b(?:plates?|pl|folio|fol|page|sheet|leaf|state|version|variant|proof|impression|tafel|blatt|planche|lámina|tavola)"
              + "\\b\\.?\\s{0,3}(?:\\p{N}{1,5}(?:st|nd|rd|th)?|[ivxlc]{1,8}|[a-z])\\b[a-z]?"
              + "|\\b(?:first|second|third|fourth|fifth|sixth|\\p{N}{1,2}(?:st|nd|rd|th))\\s{1,3}(?:state|version|plate|proof|impression)\\b"
              + "|第[\\p{N}一二三四五六七八九十百]{1,5}[页頁图圖幅]");

  /** A number that is no year. */
  private static final Pattern NUMERAL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:(?:no|nr|number)\\b\\.?\\s{0,3})?[#№]?(?:\\p{N}{1,3}|[ivxlc]{1,8})(?![\\p{L}\\p{N}])");

  private Titles() {}

  /** Whether a title is a cataloguer's word that there is none. */
  static boolean isNotKnown(String title) {
    return NOT_KNOWN.contains(words(title));
  }

  /** Whether a title says no more of the work than that it has none, or a number. */
  static boolean saysNothing(String title) {
    String words = words(title);
    String rest = words(NUMBERS.matcher(words).replaceAll(" "));
    return NOT_KNOWN.contains(words)
        || NO_TITLE.contains(words)
        || (!rest.equals(words) && (NO_TITLE.contains(rest) || NOT_KNOWN.contains(rest)));
  }

  /** The words of a title that say something: none of a placeholder, and none of its beginning. */
  static String withoutPlaceholder(String title) {
    if (saysNothing(title)) {
      return "";
    }
    String lower = title.toLowerCase(Locale.ROOT);
    for (String none : NO_TITLE) {
      boolean begins = lower.startsWith(none) && lower.length() > none.length();
      if (begins
          && !Character.isLetterOrDigit(lower.charAt(none.length()))
          && lower.length() == title.length()) {
        return title.substring(none.length()).strip();
      }
    }
    return title;
  }

  /**
   * Names the series that a work stands in: titles of one artist that differ in the number of a
   * plate, sheet, state or version, or say that there is none; of a known medium and the same years
   * also such as differ in any number, and, where the years are known, in nothing.
   */
  static Optional<String> series(Artwork artwork) {
    List<String> works = artwork.attributes().getOrDefault(Artwork.WORK_ATTRIBUTE, List.of());
    if (!works.isEmpty()) {
      return Optional.of("work\n" + works.get(0));
    }
    if (artwork.artists().isEmpty() || artwork.title().length() > LONGEST) {
      return Optional.empty();
    }
    String artist = artwork.artists().get(0).name().toLowerCase(Locale.ROOT);
    if (saysNothing(artwork.title())) {
      return Optional.of(artist + "\n");
    }
    String title = artwork.title().toLowerCase(Locale.ROOT);
    Matcher place = PLACE_IN_SET.matcher(title);
    if (place.find()) {
      return named(artist, words(place.replaceAll(" ")), "");
    }
    String same =
        "\n"
            + artwork.medium().orElse("").toLowerCase(Locale.ROOT)
            + "\n"
            + artwork.created().map(YearRange::toString).orElse("");
    Matcher numeral = NUMERAL.matcher(title);
    boolean numbered = numeral.find();
    boolean alike = artwork.medium().isPresent() && (numbered || artwork.created().isPresent());
    return alike
        ? named(artist, words(numbered ? numeral.replaceAll(" ") : title), same)
        : Optional.empty();
  }

  private static Optional<String> named(String artist, String title, String same) {
    return title.length() < SHORTEST_SERIES
        ? Optional.empty()
        : Optional.of(artist + "\n" + title + same);
  }

  private static String words(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return SIGNS.matcher(cut.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
