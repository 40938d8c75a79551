package io.artrec.catalog;

import java.util.OptionalDouble;

/**
 * The measured size of a work in centimetres. A side that was not measured is absent.
 *
 * @param width width in cm, positive, or absent
 * @param height height in cm, positive, or absent
 * @param depth depth in cm, positive, or absent
 */
public record Dimensions(OptionalDouble width, OptionalDouble height, OptionalDouble depth) {
  /** Validates that each side is positive and finite. */
  public Dimensions {
    check("width", width);
    check("height", height);
    check("depth", depth);
  }

  /**
   * Returns the size of a flat work.
   *
   * @param width width in cm
   * @param height height in cm
   * @return the dimensions
   */
  public static Dimensions ofCm(double width, double height) {
    return new Dimensions(
        OptionalDouble.of(width), OptionalDouble.of(height), OptionalDouble.empty());
  }

  /**
   * Returns width times height.
   *
   * @return the area in square centimetres, absent unless both sides are known
   */
  public OptionalDouble areaSquareCm() {
    return width.isPresent() && height.isPresent()
        ? OptionalDouble.of(width.getAsDouble() * height.getAsDouble())
        : OptionalDouble.empty();
  }

  private static void check(String side, OptionalDouble value) {
    if (value.isPresent() && !(value.getAsDouble() > 0 && value.getAsDouble() < 1e7)) {
      throw new IllegalArgumentException(
          side
              + " is "
              + value.getAsDouble()
              + " cm, expected more than 0 and less than 10,000,000");
    }
  }
}
