package io.artrec.examples.atelier;

/** How paint acts on what lies below. */
enum Blend {
  /** Covers. */
  COVER,
  /** Darkens, as a glaze or ink does. */
  GLAZE,
  /** Lightens, as light does. */
  GLOW;

  double on(double below, double paint) {
    return switch (this) {
      case COVER -> paint;
      case GLAZE -> below * paint;
      case GLOW -> 1 - (1 - below) * (1 - paint);
    };
  }
}
