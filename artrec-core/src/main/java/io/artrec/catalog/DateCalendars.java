package io.artrec.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Years of other calendars than the common era: Hijri (lunar and solar), Jewish, Buddhist, Vikrama,
 * Śaka and Minguo. Where a date says the same year in both, that of the common era counts; where it
 * does not, the years of the common era on which the other one falls.
 *
 * <p>A Hijri year begins, by the tabular calendar, {@code 354 (y - 1) + floor((11 y + 3) / 30)}
 * days after 16 July 622 of the Julian calendar; museums give Julian years before 15 October 1582.
 */
final class DateCalendars {
  private static final int HIJRI_EPOCH = 1_948_440;
  private static final int GREGORIAN = 2_299_161;
  private static final int UNIX_EPOCH = 2_440_588;
  private static final int NEAR = 3;
  private static final int LONGEST_SPAN = 100;

  private static final String LUNAR =
      "(?:a\\.?\\s?h\\b\\.?(?!\\.?s)|anno hegirae|hegira\\b|h[ie]jr[ai]h?\\b|hidschra\\b|hégire\\b)";

  private record OtherCalendar(Pattern before, Pattern behind, IntFunction<YearRange> years) {
    static OtherCalendar of(String name, String year, IntFunction<YearRange> years) {
      String to = "(?:\\s?([%s])\\s?(\\d{1,4})(?!\\d))?";
      return new OtherCalendar(
          Pattern.compile(
              "(?<![\\p{L}\\d])"
                  + name
                  + "\\s{0,3}(?:year |era )?(?:ca?\\b\\.?\\s?)?("
                  + year
                  + ")(?!\\d)"
                  + to.replace("%s", "-/")),
          Pattern.compile("(?<![\\d.-])(" + year + ")" + to.replace("%s", "-") + "\\s{0,3}" + name),
          years);
    }

    static OtherCalendar of(String name, String year, int years) {
      return of(name, year, y -> YearRange.of(y + years, y + years + 1));
    }
  }

  private static final List<OtherCalendar> CALENDARS =
      List.of(
          OtherCalendar.of("(?:a\\.?h\\.?s\\b\\.?|s\\.?h\\b\\.?|solar hijri)", "1[1-4]\\d\\d", 621),
          OtherCalendar.of(LUNAR, "\\d{1,3}|1[0-5]\\d\\d", DateCalendars::hijri),
          OtherCalendar.of("(?:a\\.?m\\b\\.?|anno mundi|jewish|hebrew)", "[45]\\d{3}", -3761),
          OtherCalendar.of("(?:b\\.?e\\b\\.?|buddhist)", "2[1-6]\\d\\d", -543),
          OtherCalendar.of("(?:v\\.?s\\b\\.?|vikrama?\\b(?: samvat)?|samvat)", "[12]\\d{3}", -57),
          OtherCalendar.of("(?:s[h]?aka\\b|śaka)", "\\d{3,4}", 78),
          OtherCalendar.of("民[国國]", "\\d{1,3}(?=年)", y -> YearRange.of(y + 1911)));

  private static final String CENTURY =
      "(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?-\\s?(\\d{1,2})(?:st|nd|rd|th))?[\\s-]{1,3}(?:century|centuries)";
  private static final Pattern HIJRI_CENTURY =
      Pattern.compile(
          "(?<!\\d)"
              + CENTURY
              + "\\s{1,3}"
              + LUNAR
              + "(?!\\s?\\d)|(?<![\\p{L}\\d])"
              + LUNAR
              + "\\s{0,3}"
              + CENTURY);

  /**
   * {@code 741/1340} and {@code 8th/14th century}, as books on Islamic art write both calendars.
   */
  private static final Pattern YEAR_PAIR =
      Pattern.compile("(?<![\\d/.-])(\\d{1,4})\\s?/\\s?(\\d{3,4})(?!\\d)");

  private static final Pattern CENTURY_PAIR =
      Pattern.compile(
          "(?<![\\d/.-])(\\d{1,2})(?:st|nd|rd|th)\\s?/\\s?(\\d{1,2})(?=(?:st|nd|rd|th)[\\s-]{1,3}cent)");

  private static final int CENTURIES_APART = 6;

  /** What says that a text dates by the common era. */
  private static final Pattern COMMON_ERA =
      Pattern.compile(
          "\\d{3,4}|\\d0s\\b|\\d\\s*(?:[bc]\\.?\\s?c?\\.?\\s?e|a\\.?\\s?d|b\\.?\\s?c)\\b|\\d(?:st|nd|rd|th|\\.|e)?[\\s-]{0,3}(?:cent|jh|jahrh|siècle|millen|世)");

  private DateCalendars() {}

  /** Whether a text may name another calendar; cheap. */
  private static boolean mayName(String text) {
    return text.indexOf('h') >= 0
        || text.indexOf('m') >= 0
        || text.indexOf('b') >= 0
        || text.indexOf('s') >= 0
        || text.indexOf('民') >= 0;
  }

  /**
   * Takes other calendars out of a text in lower case, or puts their years of the common era in.
   */
  static String inCommonEra(String text) {
    String named = named(text);
    return named.indexOf('/') < 0 ? named : secondOfPairs(named);
  }

  private static String secondOfPairs(String text) {
    String years =
        YEAR_PAIR
            .matcher(text)
            .replaceAll(
                pair -> {
                  YearRange same = hijri(Math.max(1, Integer.parseInt(pair.group(1))));
                  int year = Integer.parseInt(pair.group(2));
                  boolean both = year >= same.first() - 1 && year <= same.last() + 1;
                  return both ? pair.group(2) : pair.group();
                });
    return CENTURY_PAIR
        .matcher(years)
        .replaceAll(
            pair -> {
              int apart = Integer.parseInt(pair.group(2)) - Integer.parseInt(pair.group(1));
              return apart == CENTURIES_APART ? pair.group(2) : pair.group();
            });
  }

  private static String named(String text) {
    if (!mayName(text)) {
      return text;
    }
    String without = replace(text, years -> " ");
    if (without.equals(text) || COMMON_ERA.matcher(without).find()) {
      return without;
    }
    return replace(text, years -> " " + years + " ");
  }

  private static String replace(String text, UnaryOperator<String> words) {
    String rest =
        HIJRI_CENTURY
            .matcher(text)
            .replaceAll(
                match -> {
                  int at = match.group(1) == null ? 3 : 1;
                  int first = Integer.parseInt(match.group(at));
                  int last =
                      match.group(at + 1) == null ? first : Integer.parseInt(match.group(at + 1));
                  return words.apply(
                      written(
                          hijri(Math.max(1, 100 * first - 99)).first(), hijri(100 * last).last()));
                });
    for (OtherCalendar calendar : CALENDARS) {
      rest = replace(calendar.before(), calendar.years(), rest, words);
      rest = replace(calendar.behind(), calendar.years(), rest, words);
    }
    return rest;
  }

  private static String replace(
      Pattern pattern, IntFunction<YearRange> years, String text, UnaryOperator<String> words) {
    Matcher match = pattern.matcher(text);
    StringBuilder rest = new StringBuilder();
    int from = 0;
    while (match.find()) {
      int year = Integer.parseInt(match.group(1));
      Optional<Integer> other = second(match, year, years);
      YearRange last = years.apply(other.orElse(year));
      int end = other.isPresent() || match.group(3) == null ? match.end() : match.end(1);
      rest.append(text, from, match.start());
      rest.append(words.apply(written(years.apply(year).first(), last.last())));
      from = end;
    }
    return from == 0 ? text : rest.append(text, from, text.length()).toString();
  }

  /** The second year of a range in the same calendar; a year of the common era is none. */
  private static Optional<Integer> second(Matcher match, int year, IntFunction<YearRange> years) {
    if (match.group(3) == null) {
      return Optional.empty();
    }
    int second = Integer.parseInt(match.group(3));
    int missing = match.group(1).length() - match.group(3).length();
    if (missing > 0) {
      int unit = (int) Math.pow(10, match.group(3).length());
      second += year / unit * unit;
    }
    YearRange same = years.apply(year);
    boolean common = second >= same.first() - NEAR && second <= same.last() + NEAR && missing <= 0;
    return common || second < year || second > year + LONGEST_SPAN
        ? Optional.empty()
        : Optional.of(second);
  }

  private static String written(int first, int last) {
    return String.format(Locale.ROOT, "%04d-%04d", first, last);
  }

  /** The years of the common era on which a Hijri year falls. */
  static YearRange hijri(int year) {
    return YearRange.of(commonYear(firstDay(year)), commonYear(firstDay(year + 1) - 1));
  }

  private static int firstDay(int hijriYear) {
    return HIJRI_EPOCH + (hijriYear - 1) * 354 + (11 * hijriYear + 3) / 30;
  }

  /** The Julian or Gregorian year of a Julian day. */
  private static int commonYear(int day) {
    if (day >= GREGORIAN) {
      return LocalDate.ofEpochDay(day - UNIX_EPOCH).getYear();
    }
    int shifted = day + 32_082;
    int year = (4 * shifted + 3) / 1461;
    int month = (5 * (shifted - 1461 * year / 4) + 2) / 153;
    return year - 4800 + month / 10;
  }
}
