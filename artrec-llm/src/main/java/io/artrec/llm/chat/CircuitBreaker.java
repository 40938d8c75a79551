package io.artrec.llm.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets no attempt through for a time after failures in a row, and one alone to try after it
 * (Nygard, Release It!, 2007). Thread-safe.
 */
final class CircuitBreaker {
  private final int most;
  private final Duration rest;
  private final Clock clock;
  private int failures;
  private boolean trying;
  private Optional<Instant> openUntil = Optional.empty();

  CircuitBreaker(int most, Duration rest, Clock clock) {
    this.most = most;
    this.rest = rest;
    this.clock = clock;
  }

  synchronized void enter(String model) {
    if (openUntil.isEmpty()) {
      return;
    }
    Duration left = Duration.between(clock.instant(), openUntil.get());
    boolean resting = !left.isZero() && !left.isNegative();
    if (resting || trying) {
      throw new ModelUnavailableException(
          model + " was not asked, since it failed " + failures + " times in a row; ask later",
          Optional.of(resting ? left : Duration.ZERO));
    }
    trying = true;
  }

  synchronized void succeeded() {
    failures = 0;
    trying = false;
    openUntil = Optional.empty();
  }

  synchronized void failed() {
    failures++;
    trying = false;
    if (failures >= most) {
      openUntil = Optional.of(clock.instant().plus(rest));
    }
  }

  /** An attempt was given up for reasons that say nothing of the model. */
  synchronized void abandoned() {
    trying = false;
  }
}
