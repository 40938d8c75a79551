package io.artrec.vision.texture;

/** Directions without sign, in equal bins from 0 to 180 degrees. */
final class Orientation {
  private Orientation() {}

  /** The bin of a gradient: 0 begins at one that points to the right, or to the left. */
  static int bin(double across, double down, int bins) {
    double degrees = Math.toDegrees(Math.atan2(down, across));
    double unsigned = degrees < 0 ? degrees + 180 : degrees;
    return unsigned >= 180 ? 0 : Math.min((int) (unsigned * bins / 180), bins - 1);
  }
}
