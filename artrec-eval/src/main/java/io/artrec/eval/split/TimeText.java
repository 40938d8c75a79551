package io.artrec.eval.split;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments and widths of time as settings write them. */
final class TimeText {
  private static final Pattern WIDTH = Pattern.compile("(\\d{1,15})(ms|s|m|h|d|w)");
  private static final Map<String, Long> MILLIS =
      Map.of(
          "ms",
          1L,
          "s",
          1_000L,
          "m",
          60_000L,
          "h",
          3_600_000L,
          "d",
          86_400_000L,
          "w",
          604_800_000L);

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private TimeText() {}

  /** Reads a date, a date and time (UTC unless an offset is written). */
  static Instant moment(String text) {
    try {
      String iso = text.toUpperCase(Locale.ROOT);
      int time = iso.indexOf('T');
      if (time < 0) {
        return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      String clock = iso.substring(time);
      return clock.endsWith("Z") || clock.indexOf('+') >= 0 || clock.indexOf('-') >= 0
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "at is '" + text + "', expected a time such as 2025-06-01 or 2025-06-01T12:00:00Z", e);
    }
  }

  static void requireUsable(Instant moment) {
    if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
      throw new IllegalArgumentException("at is " + moment + ", expected the years 1 to 9999");
    }
  }

  /** Reads a number with a unit, or an ISO 8601 duration. */
  static Duration width(String text) {
    Matcher matcher = WIDTH.matcher(text.toLowerCase(Locale.ROOT));
    try {
      return matcher.matches()
          ? Duration.ofMillis(
              Math.multiplyExact(
                  Long.parseLong(matcher.group(1)), MILLIS.getOrDefault(matcher.group(2), 1L)))
          : Duration.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "width is '" + text + "', expected a span of time such as 30d, 12h or P30D", e);
    }
  }

  static String width(Duration width) {
    long millis = width.toMillis();
    for (String unit : new String[] {"d", "h", "m", "s"}) {
      long each = MILLIS.getOrDefault(unit, 1L);
      if (millis % each == 0) {
        return millis / each + unit;
      }
    }
    return millis + "ms";
  }
}
