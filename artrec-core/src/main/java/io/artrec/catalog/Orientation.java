package io.artrec.catalog;

/** The format of a work's visible area. */
public enum Orientation {
  /** Wider than high. */
  LANDSCAPE,
  /** Higher than wide. */
  PORTRAIT,
  /** Sides within two per cent of each other. */
  SQUARE;

  /**
   * {@return the orientation of a width and a height}
   *
   * @param width width, positive
   * @param height height in the same unit, positive
   */
  public static Orientation of(double width, double height) {
    if (Math.abs(width - height) <= 0.02 * Math.max(width, height)) {
      return SQUARE;
    }
    return width > height ? LANDSCAPE : PORTRAIT;
  }
}
