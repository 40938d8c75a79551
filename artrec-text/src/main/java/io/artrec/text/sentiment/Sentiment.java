package io.artrec.text.sentiment;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How much a text is for or against what it speaks of. Immutable.
 *
 * @param intensity −1 wholly against, 0 neither, 1 wholly for
 * @param label the side; its sign never contradicts the intensity's
 */
public record Sentiment(double intensity, Label label) {
  /**
   * Intensities of at least this size are an opinion where the label follows from the intensity, as
   * {@link #of} has it.
   */
  public static final double OPINION = 0.05;

  private static final Sentiment NEUTRAL = new Sentiment(0, Label.NEUTRAL);

  /** Which side a text takes. */
  public enum Label {
    /** Against. */
    NEGATIVE("negative"),
    /** Neither, or both alike. */
    NEUTRAL("neutral"),
    /** For. */
    POSITIVE("positive");

    private final String code;

    Label(String code) {
      this.code = code;
    }

    /**
     * Returns the stable name in files.
     *
     * @return the lower-case name
     */
    public String code() {
      return code;
    }

    /**
     * Returns the label with a code; case does not matter.
     *
     * @param code {@code negative}, {@code neutral} or {@code positive}
     * @return the label, or empty when there is none
     */
    public static Optional<Label> ofCode(String code) {
      String wanted = code.strip().toLowerCase(Locale.ROOT);
      for (Label label : values()) {
        if (label.code.equals(wanted)) {
          return Optional.of(label);
        }
      }
      return Optional.empty();
    }
  }

  /** Validates the parts. */
  public Sentiment {
    Objects.requireNonNull(label, "label");
    if (!(intensity >= -1 && intensity <= 1)) {
      throw new IllegalArgumentException(
          "sentiment intensity is " + intensity + ", expected -1 to 1");
    }
    if ((label == Label.POSITIVE && intensity < 0) || (label == Label.NEGATIVE && intensity > 0)) {
      throw new IllegalArgumentException(
          "sentiment intensity " + intensity + " contradicts the label " + label.code());
    }
  }

  /**
   * {@return the sentiment of an intensity: negative up to −0.05, positive from 0.05 on, neutral
   * between}
   *
   * @param intensity −1 to 1
   */
  public static Sentiment of(double intensity) {
    if (intensity >= OPINION) {
      return new Sentiment(intensity, Label.POSITIVE);
    }
    return new Sentiment(intensity, intensity <= -OPINION ? Label.NEGATIVE : Label.NEUTRAL);
  }

  /**
   * Returns the sentiment of a text without opinion: intensity 0.
   *
   * @return the neutral sentiment
   */
  public static Sentiment neutral() {
    return NEUTRAL;
  }
}
