package io.artrec.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parts a field that names several makers, where it is sure that it does: behind life dates in
 * brackets, before words such as {@code attributed to}, between two full names with {@code and}. A
 * comma alone parts nothing, because it also stands between surname and first name.
 */
final class MakerList {
  private static final int LONGEST = 5_000;
  private static final int LONGEST_DATES = 300;
  private static final Pattern DATED =
      Pattern.compile("[(（][^()（）]*\\d[^()（）]*[)）]\\s*(?:,[\\s\\p{L}]{0,60})?$");
  private static final Pattern QUOTED = Pattern.compile("[\"']\\s*,\\s*[\"']");
  private static final Pattern BRACKETED = Pattern.compile("[(（][^()（）]*[)）]");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Set<String> HOUSE =
      Set.of(
          "co",
          "company",
          "sons",
          "son",
          "brothers",
          "bros",
          "ltd",
          "inc",
          "cie",
          "family",
          "co.",
          "of",
          "daughters",
          "associates",
          "partners",
          "museum",
          "manufactory",
          "factory",
          "works",
          "workshop",
          "studio",
          "assistants",
          "school",
          "the");

  private MakerList() {}

  static List<String> split(String written) {
    String text = written.strip();
    if (text.length() > LONGEST) {
      return List.of(text);
    }
    if (text.startsWith("[") && text.endsWith("]") && text.length() >= 2) {
      return ofList(text.substring(1, text.length() - 1).strip());
    }
    List<String> makers = new ArrayList<>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
      int length = depth > 0 ? 0 : separator(text, i);
      if (length > 0 && parts(text.substring(from, i), text.substring(i + length), c)) {
        makers.add(text.substring(from, i).strip());
        from = i + length;
      }
    }
    makers.add(text.substring(from).strip());
    return makers;
  }

  private static List<String> ofList(String inside) {
    List<String> makers = new ArrayList<>();
    for (String each : QUOTED.split(inside, -1)) {
      String name = each.strip();
      boolean opens = name.startsWith("\"") || name.startsWith("'");
      name = opens ? name.substring(1) : name;
      boolean closes = name.endsWith("\"") || name.endsWith("'");
      makers.add((closes ? name.substring(0, name.length() - 1) : name).strip());
    }
    return makers;
  }

  /** How long the sign is that may part two makers here, or 0. */
  private static int separator(String text, int i) {
    char c = text.charAt(i);
    if (c == ',' || c == '&' || c == ';') {
      return 1;
    }
    return c == ' ' && text.regionMatches(true, i, " and ", 0, 5) ? 5 : 0;
  }

  private static boolean parts(String left, String right, char sign) {
    String next = firstOf(right);
    if (next.isBlank()) {
      return false;
    }
    boolean capital = Character.isUpperCase(next.codePointAt(0));
    if (sign == ',' || sign == ';') {
      boolean qualified =
          MakerPhrase.before(next)
              .filter(p -> p.qualifier() != ArtistCredit.Qualifier.BY)
              .isPresent();
      boolean titled = next.startsWith("Sir ") || next.startsWith("Dame ");
      boolean dated = isDated(left) && capital && !MakerPhrase.isRole(next);
      return qualified || dated || (titled && words(left) > 1);
    }
    boolean dated = isDated(left) && capital;
    return dated || (capital && isPerson(left) && isPerson(next));
  }

  private static boolean isDated(String maker) {
    return DATED.matcher(maker.substring(Math.max(0, maker.length() - LONGEST_DATES))).find();
  }

  /** What stands to the next sign. */
  private static String firstOf(String right) {
    String plain = right.strip();
    for (int i = 0; i < plain.length(); i++) {
      if (plain.charAt(i) == '(' || separator(plain, i) > 0) {
        return i == 0 ? "" : plain.substring(0, i).strip();
      }
    }
    return plain;
  }

  private static boolean isPerson(String text) {
    String name = BRACKETED.matcher(text).replaceAll(" ").strip();
    int comma = name.lastIndexOf(',');
    String last = name.substring(comma + 1).strip();
    return words(last) >= 2
        && SPACES
            .splitAsStream(last.toLowerCase(Locale.ROOT))
            .noneMatch(word -> HOUSE.contains(word) || MakerWords.isRole(MakerWords.plain(word)));
  }

  private static long words(String text) {
    return SPACES.splitAsStream(text.strip()).filter(word -> word.length() > 1).count();
  }
}
