package io.artrec.strategy;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import java.util.Locale;

/** Counts brought to the range from 0 to 1 on a logarithmic scale. */
final class LogShare {
  private LogShare() {}

  /** Returns {@code log(1 + x) / log(1 + max)}, or an empty array when no count is above zero. */
  static double[] of(double[] counts) {
    double max = 0;
    for (double count : counts) {
      max = Math.max(max, count);
    }
    if (max == 0) {
      return new double[0];
    }
    double[] shares = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      shares[i] = Math.min(1, Math.log1p(counts[i]) / Math.log1p(max));
    }
    return shares;
  }

  /** Reads what {@link #of} gave of as many counts. */
  static double[] read(StateReader in, String name, int counts) {
    double[] shares = in.getDoubles(name);
    boolean fit = shares.length == 0 || shares.length == counts;
    for (double share : shares) {
      fit &= share >= 0 && share <= 1;
    }
    if (!fit) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's '%s' hold %d values, expected none or %d from 0 to 1",
              name,
              shares.length,
              counts));
    }
    return shares;
  }
}
