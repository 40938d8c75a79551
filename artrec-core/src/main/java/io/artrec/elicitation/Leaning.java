package io.artrec.elicitation;

import java.util.Objects;

/**
 * That somebody likes works with a value of an attribute more, or less, than works of the
 * collection on the average.
 *
 * @param aspect the attribute, as {@code movement}
 * @param value its value, as {@code Ukiyo-e}
 * @param probability that they like them more, 0 to 1; below a half they rather like them less
 */
public record Leaning(String aspect, String value, double probability) {
  /** Validates the parts. */
  public Leaning {
    Objects.requireNonNull(aspect, "aspect");
    Objects.requireNonNull(value, "value");
  }

  /**
   * Tells the direction.
   *
   * @return true when they rather like them more
   */
  public boolean isTowards() {
    return probability > 0.5;
  }

  /**
   * Returns how sure the direction is.
   *
   * @return the probability that it is right, 0.5 to 1
   */
  public double certainty() {
    return Math.max(probability, 1 - probability);
  }
}
