package io.artrec.elicitation;

/**
 * The standard normal distribution, to about 14 digits (Graeme West, Better approximations to
 * cumulative normal functions, Wilmott Magazine, 2005, after John F. Hart and others, Computer
 * Approximations, 1968).
 */
final class Normal {
  /** From here on the tail is a continued fraction. */
  private static final double TAIL = 7.07106781186547;

  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private static final double[] ABOVE = {
    3.52624965998911e-02,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376
  };

  private static final double[] BELOW = {
    8.83883476483184e-02,
    1.75566716318264,
    16.064177579207,
    86.7807322029461,
    296.564248779674,
    637.333633378831,
    793.826512519948,
    440.413735824752
  };

  private Normal() {}

  /** The probability of less than {@code x}. */
  static double cdf(double x) {
    double lower = Math.exp(-x * x / 2) * upperShare(Math.abs(x));
    return x > 0 ? 1 - lower : lower;
  }

  /** Density over probability, {@code φ(x) / Φ(x)}; near {@code -x} far below 0. */
  static double hazard(double x) {
    return x < 0 ? 1 / (ROOT_TWO_PI * upperShare(-x)) : Math.exp(-x * x / 2) / ROOT_TWO_PI / cdf(x);
  }

  /** What of the probability above {@code x}, 0 or more, is left without {@code exp(-x² / 2)}. */
  private static double upperShare(double x) {
    if (x < TAIL) {
      return polynomial(ABOVE, x) / polynomial(BELOW, x);
    }
    double fraction = x + 0.65;
    for (int term = 4; term >= 1; term--) {
      fraction = x + term / fraction;
    }
    return 1 / (fraction * ROOT_TWO_PI);
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (double coefficient : coefficients) {
      sum = sum * x + coefficient;
    }
    return sum;
  }
}
