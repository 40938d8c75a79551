package io.artrec.eval.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How much time and memory a search may take; knows when it began. */
final class SearchBudget {
  private final Clock clock;
  private final Optional<Duration> time;
  private final long bytes;
  private final Instant start;
  private double millisOfTrials;
  private double trainings;

  SearchBudget(Clock clock, Optional<Duration> time, long bytes) {
    this.clock = clock;
    this.time = time;
    this.bytes = bytes;
    start = clock.instant();
  }

  Instant now() {
    return clock.instant();
  }

  /** Counts trainings on whole training parts, or on shares of them. */
  void took(Instant since, double whole) {
    millisOfTrials += Duration.between(since, clock.instant()).toMillis();
    trainings += whole;
  }

  boolean isSpent() {
    return time.isPresent() && !start.plus(time.get()).isAfter(clock.instant());
  }

  /**
   * Whether a training, as long as those before, would be done in time for so many later ones, or
   * at least for half of the time to be left for these.
   */
  boolean allows(double whole, double later) {
    if (time.isEmpty() || trainings == 0) {
      return !isSpent();
    }
    double each = millisOfTrials / trainings;
    double kept = Math.min(later * each, time.get().toMillis() / 2.0);
    long expected = (long) (whole * each + kept);
    return !start.plus(time.get()).isBefore(clock.instant().plusMillis(expected));
  }

  boolean holds(long heapBytes) {
    return heapBytes <= bytes;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return time.map(Duration::toString).orElse("no limit of time");
  }
}
