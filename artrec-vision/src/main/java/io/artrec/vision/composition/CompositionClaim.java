package io.artrec.vision.composition;

import java.util.Objects;

/**
 * A property in which an image stands out among paintings.
 *
 * @param property the property
 * @param percentile percent of the paintings that have less of it, 0 to 100
 */
public record CompositionClaim(CompositionProperty property, double percentile) {
  /**
   * Creates one.
   *
   * @throws IllegalArgumentException for a percentile that is not between 0 and 100
   */
  public CompositionClaim {
    Objects.requireNonNull(property, "property");
    if (!(percentile >= 0 && percentile <= 100)) {
      throw new IllegalArgumentException(
          "percentile of " + property.id() + " is " + percentile + ", expected 0 to 100");
    }
  }

  /**
   * Returns whether the image has more of it than most paintings.
   *
   * @return true above the middle
   */
  public boolean more() {
    return percentile > 50;
  }

  /** {@return how many paintings of a hundred the image exceeds, or stays below; 50 to 100} */
  public double exceeded() {
    return Math.max(percentile, 100 - percentile);
  }
}
