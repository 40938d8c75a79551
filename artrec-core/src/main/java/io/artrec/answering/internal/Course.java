package io.artrec.answering.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How one answer comes about: what each step took. For one thread. */
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
  private final Map<Step, Long> taken = new EnumMap<>(Step.class);
  private long last;

  /**
   * Starts now.
   *
   * @param nanos tells the time that passes, in nanoseconds from an arbitrary moment
   */
  public Course(LongSupplier nanos) {
    this.nanos = nanos;
    start = nanos.getAsLong();
    last = start;
  }

  /** Notes that a step is done: all that passed since the one before. */
  void done(Step step) {
    long now = nanos.getAsLong();
    taken.merge(step, now - last, Long::sum);
    last = now;
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
