package io.artrec.eval.online;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Checks that several classes share, and the normal quantile their intervals need. */
final class Arguments {
  private Arguments() {}

  static double confidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "confidence is %s, expected more than 0 and less than 1, for instance 0.95",
              confidence));
    }
    return confidence;
  }

  static double level(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "level is %s, expected a share of false alarms between 0 and 1, for instance 0.05",
              level));
    }
    return level;
  }

  static double finite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is %s, expected a finite number", what, value));
    }
    return value;
  }

  static Interval around(double value, double standardError, double confidence) {
    double half = quantile(confidence) * standardError;
    return new Interval(value - half, value + half);
  }

  /** The z that a standard normal stays within, on both sides, with the given probability. */
  static double quantile(double confidence) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence(confidence)) / 2);
  }
}
