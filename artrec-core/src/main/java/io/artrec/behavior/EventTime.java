package io.artrec.behavior;

import io.artrec.tabular.internal.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads times. Eight digits that are a date from 1900 to 2099 are that date ({@code 20010131}), and
 * fourteen, or twelve, a date and a time. Other numbers count from 1970: seconds below 10¹¹ in
 * size, milliseconds below 10¹⁴, microseconds below 10¹⁷, nanoseconds from there on. All else is
 * {@link WrittenTime}.
 */
final class EventTime {
  private static final long LAST = 253_402_300_799_999L;
  private static final long FIRST = -62_135_596_800_000L;
  private static final long PLAUSIBLE_FROM = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
  private static final long PLAUSIBLE_TO = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  private EventTime() {}

  /** Tells whether a time lies in the years 1 to 9999. */
  static boolean isUsable(Instant time) {
    return !time.isBefore(Instant.ofEpochMilli(FIRST)) && !time.isAfter(Instant.ofEpochMilli(LAST));
  }

  static boolean isUsable(long epochMillis) {
    return epochMillis >= FIRST && epochMillis <= LAST;
  }

  /** Tells whether a visitor may have done something then: in the years 1990 to 2099. */
  static boolean isPlausible(long epochMillis) {
    return epochMillis >= PLAUSIBLE_FROM && epochMillis < PLAUSIBLE_TO;
  }

  static OptionalLong parse(String text) {
    String written = text.strip();
    try {
      Optional<Instant> date = WrittenTime.digits(written);
      if (date.isEmpty() && isNoDate(written)) {
        return OptionalLong.empty();
      }
      OptionalLong millis =
          date.isPresent()
              ? OptionalLong.of(date.get().toEpochMilli())
              : NumberText.decimal(written)
                  .map(EventTime::sinceEpoch)
                  .orElseGet(() -> millis(WrittenTime.parse(written)));
      return millis.isPresent() && isUsable(millis.getAsLong()) ? millis : OptionalLong.empty();
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /** Tells whether digits, known to be no date, would be taken for one. */
  private static boolean isNoDate(String text) {
    return text.length() == 8
        && (text.startsWith("19") || text.startsWith("20"))
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static OptionalLong millis(Optional<Instant> time) {
    return time.isPresent() ? OptionalLong.of(time.get().toEpochMilli()) : OptionalLong.empty();
  }

  private static OptionalLong sinceEpoch(BigDecimal number) {
    double size = Math.abs(number.doubleValue());
    if (size >= 1e20) {
      return OptionalLong.empty();
    }
    int shift = size < 1e11 ? 3 : size < 1e14 ? 0 : size < 1e17 ? -3 : -6;
    BigDecimal millis =
        size < 1e-20
            ? BigDecimal.ZERO
            : number.movePointRight(shift).setScale(0, RoundingMode.HALF_EVEN);
    return OptionalLong.of(millis.longValueExact());
  }
}
