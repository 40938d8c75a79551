package io.artrec.answering.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** How one answer comes about: what each step took, what time is left, what is left out. */
public final class Course {
  /** A step of the way. */
  public enum Step {
    /** Which works may be answered, and the scores of those worth it. */
    SCORING,
    /** The best of them, and what fills up. */
    CHOOSING,
    /** The second look. */
    RERANKING,
    /** The reasons. */
    EXPLAINING
  }

  private final LongSupplier nanos;
  private final long start;
  private final OptionalLong limit;
  private final List<String> leftOut = new ArrayList<>();
  private final Map<Step, Long> taken = new EnumMap<>(Step.class);
  private long last;

  /**
   * Starts now.
   *
   * @param nanos tells the time that passes, in nanoseconds from an arbitrary moment
   */
  public Course(LongSupplier nanos) {
    this(nanos, Optional.empty());
  }

  /**
   * Starts now.
   *
   * @param nanos tells the time that passes, in nanoseconds from an arbitrary moment
   * @param limit how long it may take; empty for as long as it wants
   */
  public Course(LongSupplier nanos, Optional<Duration> limit) {
    this.nanos = nanos;
    this.limit = limit.isPresent() ? OptionalLong.of(limit.get().toNanos()) : OptionalLong.empty();
    start = nanos.getAsLong();
    last = start;
  }

  /** Notes that a step is done: all that passed since the one before. */
  void done(Step step) {
    long now = nanos.getAsLong();
    taken.merge(step, now - last, Long::sum);
    last = now;
  }

  /** How much time is left, 0 or less when it is over; the largest number without a limit. */
  long nanosLeft() {
    return limit.isPresent() ? limit.getAsLong() - (nanos.getAsLong() - start) : Long.MAX_VALUE;
  }

  /** Whether there is a limit. */
  boolean isTimed() {
    return limit.isPresent();
  }

  boolean isOver() {
    return limit.isPresent() && nanosLeft() <= 0;
  }

  /** Notes what the answer does without. */
  void leaveOut(String what) {
    leftOut.add(what);
  }

  /**
   * Returns what the answer does without, because the time was over, or a second look fell back.
   *
   * @return the parts, in the order of the way
   */
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /**
   * Returns what a step took.
   *
   * @param step the step
   * @return nanoseconds; 0 for one that was not taken
   */
  public long nanos(Step step) {
    return taken.getOrDefault(step, 0L);
  }

  /**
   * Returns what the answer took.
   *
   * @return nanoseconds from the start to the end of the last step
   */
  public long nanos() {
    return last - start;
  }
}
