package io.artrec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a recommender is: up, or degraded with what is wrong in sentences. Answers come in either
 * case. Immutable and thread-safe.
 */
public final class Health {
  /** What may be wrong. */
  public enum Kind {
    /** The recommender is closed. */
    CLOSED,
    /** The log took no events when it was asked last. */
    LOG,
    /** Erasing failed, or has been pending for more than an hour. */
    FORGETTING,
    /** The last training failed. */
    LEARNING,
    /** The scoring backend fails, and the host computes. */
    SCORING,
    /** The last five answers or more lack their re-ranking. */
    RERANKING
  }

  /**
   * Something wrong.
   *
   * @param kind what it is about
   * @param sentence what is wrong, since when, and what may help
   */
  public record Problem(Kind kind, String sentence) {}

  private final List<Problem> problems;

  Health(List<Problem> problems) {
    this.problems = List.copyOf(problems);
  }

  /**
   * Tells whether nothing is wrong.
   *
   * @return false when {@link #problems} says what is
   */
  public boolean isUp() {
    return problems.isEmpty();
  }

  /**
   * Returns what is wrong.
   *
   * @return the problems, in the order of the kinds
   */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Returns the same in texts.
   *
   * @return an unmodifiable map: {@code status} is {@code up} or {@code degraded}, {@code problems}
   *     holds sentences by kind
   */
  public Map<String, Object> plain() {
    Map<String, Object> sentences = new LinkedHashMap<>();
    problems.forEach(
        problem ->
            sentences.merge(
                problem.kind().name().toLowerCase(Locale.ROOT),
                problem.sentence(),
                (before, more) -> before + " " + more));
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("status", isUp() ? "up" : "degraded");
    plain.put("problems", Collections.unmodifiableMap(sentences));
    return Collections.unmodifiableMap(plain);
  }

  @Override
  public String toString() {
    return isUp()
        ? "up"
        : "degraded: " + problems.stream().map(Problem::sentence).collect(Collectors.joining(" "));
  }
}
