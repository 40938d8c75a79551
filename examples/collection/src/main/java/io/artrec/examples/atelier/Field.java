package io.artrec.examples.atelier;

/** A number at each place of a picture. */
@FunctionalInterface
interface Field {
  double at(double x, double y);

  /** From 0 at one value to 1 at another, without corners; the first may be the larger. */
  static double ramp(double from, double to, double value) {
    double t = Pigment.clamp((value - from) / (to - from));
    return t * t * (3 - 2 * t);
  }
}
