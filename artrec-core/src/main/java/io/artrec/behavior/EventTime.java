package io.artrec.behavior;

import io.artrec.tabular.NumberText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Reads times: numbers are seconds since 1970 below 10¹¹ in size, the year 5138, and milliseconds
 * from there on; all else is ISO 8601, UTC unless an offset is written, midnight unless a time is.
 */
final class EventTime {
  private static final double SECONDS_BELOW = 1e11;
  private static final long LAST = 253_402_300_799_999L;
  private static final long FIRST = -62_135_596_800_000L;

  private EventTime() {}

  /** Tells whether a time lies in the years 1 to 9999. */
  static boolean isUsable(Instant time) {
    return !time.isBefore(Instant.ofEpochMilli(FIRST)) && !time.isAfter(Instant.ofEpochMilli(LAST));
  }

  static boolean isUsable(long epochMillis) {
    return epochMillis >= FIRST && epochMillis <= LAST;
  }

  static OptionalLong parse(String text) {
    OptionalDouble number = NumberText.parse(text);
    if (number.isPresent()) {
      double value = number.getAsDouble();
      double millis = Math.abs(value) < SECONDS_BELOW ? Math.rint(value * 1000) : Math.rint(value);
      return millis >= FIRST && millis <= LAST
          ? OptionalLong.of((long) millis)
          : OptionalLong.empty();
    }
    String iso = text.strip();
    if (iso.length() < 10 || iso.length() > 40) {
      return OptionalLong.empty();
    }
    iso = iso.charAt(10 < iso.length() ? 10 : 0) == ' ' ? iso.replaceFirst(" ", "T") : iso;
    try {
      long millis = instant(iso).toEpochMilli();
      return millis >= FIRST && millis <= LAST ? OptionalLong.of(millis) : OptionalLong.empty();
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  private static Instant instant(String iso) {
    if (iso.indexOf('T') < 0 && iso.indexOf('t') < 0) {
      return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean offset = iso.endsWith("Z") || iso.endsWith("z") || iso.lastIndexOf('+') > 10;
    return offset || iso.lastIndexOf('-') > 10
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }
}
