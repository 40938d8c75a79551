package io.artrec.behavior;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times that are written out: dates as ISO 8601 ({@code 2001-01-31}, {@code 20010131}, {@code
 * 2001-031}, {@code 2001-W05-3}, {@code 2001-01}), with slashes, points or Chinese signs, or with
 * the month in English words; behind it, after a T or blanks, a time of hours, minutes, seconds and
 * any fraction, with colons or without; behind that a zone: {@code Z}, {@code +02:00}, {@code
 * +0200}, {@code +02}, {@code UTC}, {@code GMT+1}, {@code Europe/Berlin}, {@code [Europe/Berlin]},
 * or an abbreviation of one meaning. UTC unless a zone is written, midnight unless a time is. Dates
 * that begin with day or month in digits are not read: nobody can tell which is which.
 */
final class WrittenTime {
  private static final int LONGEST = 80;

  private static final String CLOCK =
      "(?:(?<hour>\\d{1,2})(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,30}))?)?)?"
          + "|(?<clock>\\d{4}(?:\\d{2})?)(?:[.,](?<part>\\d{1,30}))?)(?:\\s?(?<half>[AaPp])\\.?[Mm]\\.?)?";

  private static final String ZONE =
      "(?:\\s*(?<zone>[Zz]|(?:UTC|GMT|UT)?\\s?[+\\u2212-]\\d{1,2}(?::?\\d{2}(?::?\\d{2})?)?|[A-Za-z][A-Za-z0-9_+/-]*))?"
          + "(?:\\s*[\\[(](?<region>[^\\])]{1,50})[\\])])?";

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<date>\\d{4}(?:[-/.年]\\d{1,2}(?:[-/.月]\\d{1,2}日?)?月?|\\d{4}|-\\d{3}|-?W\\d{2}-?[1-7]))"
              + "(?:(?<dayzone>[Zz]|[+\\u2212-]\\d{2}:\\d{2})|(?:[Tt_]|\\s+|,\\s*)"
              + CLOCK
              + ZONE
              + ")?");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?:[A-Za-z]{3,9},?\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s/-](?<month>[A-Za-z]{3,9})\\.?,?[\\s/-](?<year>\\d{4})"
              + "(?:(?:[:Tt]|,?\\s+)"
              + CLOCK
              + ZONE
              + ")?");

  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?:[A-Za-z]{3,9},?\\s+)?(?<month>[A-Za-z]{3,9})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})"
              + "(?:,?\\s+"
              + CLOCK
              + ZONE
              + ")?");

  /** What {@code java.util.Date} and the shell's {@code date} print: the year comes last. */
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "[A-Za-z]{3}\\s+(?<month>[A-Za-z]{3})\\s+(?<day>\\d{1,2})\\s+"
              + CLOCK
              + "(?:\\s+(?<zone>[A-Za-z][A-Za-z0-9+:-]*))?\\s+(?<year>\\d{4})(?<region>)");

  private static final Pattern PUNCTUATED =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?)?月?");
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:UTC|GMT|UT)?\\s?([+\\u2212-])(\\d{1,2}):?(\\d{2})?:?(\\d{2})?",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /** Abbreviations that mean one offset; CST, IST and BST mean several and are not read. */
  private static final Map<String, Integer> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("ut", 0),
          Map.entry("wet", 0),
          Map.entry("west", 1),
          Map.entry("cet", 1),
          Map.entry("cest", 2),
          Map.entry("mez", 1),
          Map.entry("mesz", 2),
          Map.entry("eet", 2),
          Map.entry("eest", 3),
          Map.entry("msk", 3),
          Map.entry("jst", 9),
          Map.entry("kst", 9),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("hst", -10));

  private WrittenTime() {}

  /**
   * Reads a time of digits alone.
   *
   * @return the time of 8, 12 or 14 digits that begin with a date from 1900 to 2099, else empty
   */
  static Optional<Instant> digits(String text) {
    int length = text.length();
    boolean digits =
        (length == 8 || length == 12 || length == 14)
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || !(text.startsWith("19") || text.startsWith("20"))) {
      return Optional.empty();
    }
    try {
      LocalDate date = basicDate(text.substring(0, 8));
      int seconds = length == 14 ? Integer.parseInt(text.substring(12)) : 0;
      LocalTime time =
          length == 8
              ? LocalTime.MIDNIGHT
              : LocalTime.of(
                  Integer.parseInt(text.substring(8, 10)),
                  Integer.parseInt(text.substring(10, 12)),
                  seconds);
      return Optional.of(date.atTime(time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a time.
   *
   * @throws DateTimeException when it is written as a time and is none, such as 30 February
   */
  static Optional<Instant> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher iso = YEAR_FIRST.matcher(text);
    if (iso.matches()) {
      LocalDate date = date(iso.group("date"));
      String dayZone = iso.group("dayzone");
      return dayZone == null
          ? at(date, iso)
          : zone(dayZone, null).map(where -> date.atStartOfDay(where).toInstant());
    }
    for (Pattern worded : List.of(DAY_FIRST, MONTH_FIRST, YEAR_LAST)) {
      Matcher matcher = worded.matcher(text);
      if (matcher.matches()) {
        int month = month(matcher.group("month"));
        return month == 0
            ? Optional.empty()
            : at(
                LocalDate.of(
                    Integer.parseInt(matcher.group("year")),
                    month,
                    Integer.parseInt(matcher.group("day"))),
                matcher);
      }
    }
    return Optional.empty();
  }

  private static LocalDate date(String written) {
    Matcher parts = PUNCTUATED.matcher(written);
    if (parts.matches()) {
      return LocalDate.of(
          Integer.parseInt(parts.group(1)),
          Integer.parseInt(parts.group(2)),
          parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3)));
    }
    if (written.indexOf('W') >= 0) {
      String week = written.replace("-", "");
      return LocalDate.parse(
          week.substring(0, 4) + "-" + week.substring(4, 7) + "-" + week.substring(7),
          DateTimeFormatter.ISO_WEEK_DATE);
    }
    return written.indexOf('-') >= 0
        ? LocalDate.parse(written, DateTimeFormatter.ISO_ORDINAL_DATE)
        : basicDate(written);
  }

  private static LocalDate basicDate(String digits) {
    return LocalDate.of(
        Integer.parseInt(digits.substring(0, 4)),
        Integer.parseInt(digits.substring(4, 6)),
        Integer.parseInt(digits.substring(6, 8)));
  }

  private static int month(String word) {
    String start = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).startsWith(start) || (i == 8 && start.equals("sept"))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static Optional<Instant> at(LocalDate date, Matcher matcher) {
    Optional<ZoneId> zone = zone(matcher.group("zone"), matcher.group("region"));
    return zone.map(where -> clock(date, matcher).atZone(where).toInstant());
  }

  /** The time of a day; 24:00 is the day's end and a 60th second the minute's. */
  private static LocalDateTime clock(LocalDate date, Matcher matcher) {
    String digits = matcher.group("clock");
    int hour = number(digits == null ? matcher.group("hour") : digits.substring(0, 2));
    int minute = number(digits == null ? matcher.group("minute") : digits.substring(2, 4));
    int second = number(digits == null ? matcher.group("second") : digits.substring(4));
    String fraction = matcher.group(digits == null ? "fraction" : "part");
    String half = matcher.group("half");
    if (half != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("hour " + hour + " of half a day");
      }
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    String nanos = fraction == null ? "0" : (fraction + "000000000").substring(0, 9);
    if (hour == 24 && minute == 0 && second == 0) {
      return date.plusDays(1).atStartOfDay();
    }
    boolean leap = second == 60;
    LocalTime time = LocalTime.of(hour, minute, leap ? 59 : second, Integer.parseInt(nanos));
    return date.atTime(time).plusSeconds(leap ? 1 : 0);
  }

  private static int number(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** The zone of a time: an offset before a region, UTC where nothing is said. */
  private static Optional<ZoneId> zone(@Nullable String written, @Nullable String region) {
    String zone = written == null || written.isEmpty() ? region : written;
    if (zone == null || zone.isEmpty()) {
      return Optional.of(ZoneOffset.UTC);
    }
    Matcher offset = OFFSET.matcher(zone);
    if (offset.matches()) {
      int sign = offset.group(1).equals("+") ? 1 : -1;
      return Optional.of(
          ZoneOffset.ofHoursMinutesSeconds(
              sign * number(offset.group(2)),
              sign * number(offset.group(3)),
              sign * number(offset.group(4))));
    }
    Integer hours = ABBREVIATIONS.get(zone.toLowerCase(Locale.ROOT));
    if (hours != null) {
      return Optional.of(ZoneOffset.ofHours(hours));
    }
    return zone.indexOf('/') > 0 ? Optional.of(ZoneId.of(zone)) : Optional.empty();
  }
}
