package io.artrec.examples.atelier;

/** The proportions of a picture: its width for a height of one. */
enum Format {
  SCROLL(0.46),
  TALL(0.66),
  PORTRAIT(0.8),
  SQUARE(1),
  LANDSCAPE(1.27),
  WIDE(1.6),
  PANORAMA(2.5);

  private final double aspect;

  Format(double aspect) {
    this.aspect = aspect;
  }

  double aspect() {
    return aspect;
  }
}
