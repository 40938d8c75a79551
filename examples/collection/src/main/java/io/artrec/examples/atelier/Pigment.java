package io.artrec.examples.atelier;

/**
 * A color, in sRGB from 0 to 1; lightness, chroma and hue are changed in Oklab (B. Ottosson, A
 * perceptual color space for image processing, 2020).
 */
record Pigment(double red, double green, double blue) {
  static final Pigment BLACK = new Pigment(0, 0, 0);
  static final Pigment WHITE = new Pigment(1, 1, 1);

  static Pigment of(int rgb) {
    return new Pigment((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
  }

  static Pigment gray(double value) {
    return new Pigment(value, value, value);
  }

  Pigment mix(Pigment other, double share) {
    double t = clamp(share);
    return new Pigment(
        red + t * (other.red - red),
        green + t * (other.green - green),
        blue + t * (other.blue - blue));
  }

  Pigment times(double factor) {
    return new Pigment(clamp(red * factor), clamp(green * factor), clamp(blue * factor));
  }

  /** How light the eye takes it to be, from 0 to 1. */
  double lightness() {
    return oklab()[0];
  }

  /** Lighter by an amount of Oklab lightness, more colored by a factor, turned by degrees. */
  Pigment changed(double lighter, double chroma, double degrees) {
    double[] lab = oklab();
    double angle = StrictMath.toRadians(degrees);
    double cos = StrictMath.cos(angle) * chroma;
    double sin = StrictMath.sin(angle) * chroma;
    return ofOklab(
        clamp(lab[0] + lighter), lab[1] * cos - lab[2] * sin, lab[1] * sin + lab[2] * cos);
  }

  Pigment lighter(double amount) {
    return changed(amount, 1, 0);
  }

  Pigment softer(double chroma) {
    return changed(0, chroma, 0);
  }

  private double[] oklab() {
    double r = linear(red);
    double g = linear(green);
    double b = linear(blue);
    double l = StrictMath.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = StrictMath.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = StrictMath.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static Pigment ofOklab(double lightness, double a, double b) {
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new Pigment(
        companded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        companded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        companded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
  }

  private static double companded(double v) {
    return clamp(v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055);
  }

  static double clamp(double v) {
    return v < 0 ? 0 : v > 1 ? 1 : v;
  }
}
