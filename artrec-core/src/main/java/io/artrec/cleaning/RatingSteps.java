package io.artrec.cleaning;

import java.util.Locale;

/** The steps that look at the values of ratings. */
final class RatingSteps {
  private RatingSteps() {}

  static CleaningStep scale(double min, double max, OffLimits action) {
    return sweep -> {
      sweep.forEachRatings(
          RatingScope.OVERALL, (rows, from, to) -> limit(sweep, rows, from, to, min, max, action));
      sweep.report(
          "rating scale " + name(action),
          String.format(Locale.ROOT, "ratings run from %s to %s", min, max));
    };
  }

  static CleaningStep zScore(double most, RatingScope scope, OffLimits action) {
    return sweep -> {
      sweep.forEachRatings(
          scope,
          (rows, from, to) -> {
            double[] values = sweep.values(rows, from, to);
            double mean = Statistics.mean(values);
            double reach = most * Statistics.deviation(values, mean);
            limit(sweep, rows, from, to, mean - reach, mean + reach, action);
          });
      sweep.report(
          "outliers by z-score " + name(action),
          String.format(
              Locale.ROOT,
              "the rating is over %s deviations from the mean (%s)",
              most,
              name(scope)));
    };
  }

  static CleaningStep quartiles(double factor, RatingScope scope, OffLimits action) {
    return sweep -> {
      sweep.forEachRatings(
          scope,
          (rows, from, to) -> {
            double[] sorted = Statistics.sorted(sweep.values(rows, from, to));
            double low = Statistics.quantile(sorted, 0.25);
            double high = Statistics.quantile(sorted, 0.75);
            double reach = factor * (high - low);
            limit(sweep, rows, from, to, low - reach, high + reach, action);
          });
      sweep.report(
          "outliers by quartiles " + name(action),
          String.format(
              Locale.ROOT,
              "the rating is over %s ranges beyond a quartile (%s)",
              factor,
              name(scope)));
    };
  }

  static CleaningStep standardize(RatingScope scope) {
    return sweep -> {
      sweep.forEachRatings(
          scope,
          (rows, from, to) -> {
            double[] values = sweep.values(rows, from, to);
            double mean = Statistics.mean(values);
            double deviation = Statistics.deviation(values, mean);
            for (int i = 0; i < values.length; i++) {
              sweep.change(rows[from + i], deviation > 0 ? (values[i] - mean) / deviation : 0);
            }
          });
      sweep.report(
          "standard scaling",
          String.format(Locale.ROOT, "ratings get mean 0 and deviation 1 (%s)", name(scope)));
    };
  }

  static CleaningStep minMax(RatingScope scope) {
    return sweep -> {
      sweep.forEachRatings(
          scope,
          (rows, from, to) -> {
            double[] values = sweep.values(rows, from, to);
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (double value : values) {
              min = Math.min(min, value);
              max = Math.max(max, value);
            }
            for (int i = 0; i < values.length; i++) {
              sweep.change(rows[from + i], max > min ? (values[i] - min) / (max - min) : 0.5);
            }
          });
      sweep.report(
          "min-max scaling",
          String.format(Locale.ROOT, "ratings get the range 0 to 1 (%s)", name(scope)));
    };
  }

  private static void limit(
      Sweep sweep, int[] rows, int from, int to, double low, double high, OffLimits action) {
    double slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
    for (int i = from; i < to; i++) {
      double value = sweep.value(rows[i]);
      if (value >= low - slack && value <= high + slack) {
        continue;
      }
      if (action == OffLimits.DROP) {
        sweep.drop(rows[i]);
      } else {
        sweep.change(rows[i], Math.max(low, Math.min(high, value)));
      }
    }
  }

  private static String name(OffLimits action) {
    return action == OffLimits.DROP ? "(drop)" : "(clamp)";
  }

  private static String name(RatingScope scope) {
    return scope == RatingScope.OVERALL
        ? "overall"
        : "per " + scope.name().toLowerCase(Locale.ROOT);
  }
}
