package io.artrec.examples.atelier;

/** What color paint has at a place of a picture. */
@FunctionalInterface
interface Shade {
  Pigment at(double x, double y);

  static Shade of(Pigment pigment) {
    return (x, y) -> pigment;
  }

  /** One pigment, now stronger and now weaker, as gouache that was not stirred. */
  static Shade uneven(Pigment pigment, Noise noise, double strength) {
    return (x, y) -> pigment.times(1 + strength * (noise.cloud(x * 5, y * 9, 4) - 0.5));
  }
}
