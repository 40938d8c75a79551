package io.artrec;

import io.artrec.answering.internal.Course;
import io.artrec.answering.internal.Course.Step;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How long an answer took, by step, in wall time. Immutable and thread-safe. */
public final class Timings {
  private final Optional<Course> course;
  private final long total;

  Timings(Course course) {
    this.course = Optional.of(course);
    total = course.nanos();
  }

  /** Of an answer that was found in so many nanoseconds. */
  Timings(long found) {
    course = Optional.empty();
    total = found;
  }

  /**
   * Tells whether the answer came from the cache: then only {@link #total} took any time.
   *
   * @return whether it was given again
   */
  public boolean isCached() {
    return course.isEmpty();
  }

  /**
   * Returns how long it took to tell which works may be answered, and to score those worth it.
   *
   * @return the time
   */
  public Duration scoring() {
    return of(Step.SCORING);
  }

  /**
   * Returns how long it took to choose the best, and what fills up.
   *
   * @return the time
   */
  public Duration choosing() {
    return of(Step.CHOOSING);
  }

  /**
   * Returns how long the re-ranker took.
   *
   * @return the time, next to nothing without one
   */
  public Duration reranking() {
    return of(Step.RERANKING);
  }

  /**
   * Returns how long the reasons took.
   *
   * @return the time
   */
  public Duration explaining() {
    return of(Step.EXPLAINING);
  }

  /**
   * Returns how long the answer took.
   *
   * @return the time, that of looking up who asks included
   */
  public Duration total() {
    return Duration.ofNanos(total);
  }

  private Duration of(Step step) {
    return Duration.ofNanos(course.map(taken -> taken.nanos(step)).orElse(0L));
  }

  /** Milliseconds by step. */
  Map<String, Object> plain() {
    Map<String, Object> millis = new LinkedHashMap<>();
    millis.put("scoring", millis(scoring()));
    millis.put("choosing", millis(choosing()));
    millis.put("reranking", millis(reranking()));
    millis.put("explaining", millis(explaining()));
    millis.put("total", millis(total()));
    return Collections.unmodifiableMap(millis);
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }

  @Override
  public String toString() {
    return plain().toString();
  }
}
