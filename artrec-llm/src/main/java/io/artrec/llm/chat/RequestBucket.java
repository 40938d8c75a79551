package io.artrec.llm.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Grants attempts at a steady rate, with as many at once as a minute's worth: a token bucket, kept
 * as the time at which it is full. Thread-safe.
 */
final class RequestBucket {
  private static final Duration DEPTH = Duration.ofMinutes(1);

  private final Duration each;
  private final Clock clock;
  private Instant full = Instant.MIN;

  RequestBucket(int perMinute, Clock clock) {
    each = DEPTH.dividedBy(perMinute);
    this.clock = clock;
  }

  /** Takes one place, and says after what wait; empty, with nothing taken, if that is too long. */
  synchronized Optional<Duration> take(Duration longest) {
    Instant now = clock.instant();
    Instant next = (full.isBefore(now) ? now : full).plus(each);
    Duration wait = Duration.between(now, next).minus(DEPTH);
    if (wait.isNegative()) {
      wait = Duration.ZERO;
    }
    if (wait.compareTo(longest) > 0) {
      return Optional.empty();
    }
    full = next;
    return Optional.of(wait);
  }
}
