package io.artrec.llm.chat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a server wants to be left alone (RFC 9110, section 10.2.3, and milliseconds). */
final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final double MILLIS = 1000;

  private RetryAfter() {}

  static Optional<Duration> of(HttpHeaders headers, Clock clock) {
    return headers
        .firstValue("retry-after-ms")
        .flatMap(value -> millis(value, 1))
        .or(() -> headers.firstValue("retry-after").flatMap(value -> millis(value, MILLIS)))
        .or(() -> headers.firstValue("retry-after").flatMap(value -> date(value, clock)));
  }

  private static Optional<Duration> millis(String value, double unit) {
    try {
      double millis = Double.parseDouble(value.strip()) * unit;
      if (Double.isNaN(millis)) {
        return Optional.empty();
      }
      return Optional.of(
          Duration.ofMillis(
              (long) Math.ceil(Math.min((double) LONGEST.toMillis(), Math.max(0, millis)))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(String value, Clock clock) {
    try {
      Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip()));
      Duration left = Duration.between(clock.instant(), until);
      Duration capped = left.compareTo(LONGEST) > 0 ? LONGEST : left;
      return Optional.of(capped.isNegative() ? Duration.ZERO : capped);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
