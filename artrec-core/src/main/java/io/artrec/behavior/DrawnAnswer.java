package io.artrec.behavior;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was shown and for which one of several ways to score, an arm, had been drawn: what
 * must be kept of it so that what comes of it is credited to the arm. Immutable and thread-safe; a
 * value.
 */
public final class DrawnAnswer {
  /** The segment of answers that says nothing of one. */
  public static final String ALL = "all";

  private final String id;
  private final String arm;
  private final double probability;
  private final String segment;
  private final List<String> works;
  private final long epochMillis;

  private DrawnAnswer(
      String id,
      String arm,
      double probability,
      String segment,
      List<String> works,
      long epochMillis) {
    this.id = requireText("id", id);
    this.arm = requireText("arm", arm);
    this.segment = requireText("segment", segment);
    works.forEach(work -> requireText("work", work));
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "arm '%s' of answer '%s' was drawn with probability %s, expected above 0 and at most 1",
              arm,
              id,
              probability));
    }
    this.probability = probability;
    this.works = List.copyOf(works);
    this.epochMillis = epochMillis;
  }

  private static String requireText(String what, String text) {
    if (text.isBlank() || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          "the "
              + what
              + " of a drawn answer is '"
              + text
              + "', expected valid Unicode, not blank");
    }
    return text;
  }

  /**
   * {@return an answer of 1970-01-01T00:00Z without works, in the segment {@value #ALL}}
   *
   * @param id the answer's id, not blank
   * @param arm the arm's name, not blank
   * @param probability with which it was drawn, above 0 and at most 1
   */
  public static DrawnAnswer of(String id, String arm, double probability) {
    return new DrawnAnswer(id, arm, probability, ALL, List.of(), 0);
  }

  /**
   * {@return this answer in a segment}
   *
   * @param name the group of askers whose experience decided the probability, not blank
   */
  public DrawnAnswer segment(String name) {
    return new DrawnAnswer(id, arm, probability, name, works, epochMillis);
  }

  /**
   * {@return this answer with the works that were shown}
   *
   * @param shown their ids, in order
   */
  public DrawnAnswer works(List<String> shown) {
    return new DrawnAnswer(id, arm, probability, segment, shown, epochMillis);
  }

  /**
   * {@return this answer at a time}
   *
   * @param when when it was shown; kept to the millisecond
   */
  public DrawnAnswer at(Instant when) {
    return new DrawnAnswer(id, arm, probability, segment, works, when.toEpochMilli());
  }

  /**
   * Returns the answer's id.
   *
   * @return the id that no other answer has
   */
  public String id() {
    return id;
  }

  /**
   * Returns what was drawn.
   *
   * @return the arm's name
   */
  public String arm() {
    return arm;
  }

  /**
   * Returns with which probability the arm was drawn.
   *
   * @return above 0, at most 1
   */
  public double probability() {
    return probability;
  }

  /**
   * Returns the group of askers whose experience decided the probability.
   *
   * @return the segment's name
   */
  public String segment() {
    return segment;
  }

  /**
   * Returns what was shown.
   *
   * @return ids of works, in order
   */
  public List<String> works() {
    return works;
  }

  /**
   * Returns when it was shown.
   *
   * @return milliseconds since 1970-01-01T00:00Z
   */
  public long epochMillis() {
    return epochMillis;
  }

  private List<Object> parts() {
    return List.of(id, arm, probability, segment, works, epochMillis);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DrawnAnswer that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, epochMillis);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "answer %s by %s with %.4f for %s: %s", id, arm, probability, segment, works);
  }
}
