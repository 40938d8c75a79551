package io.artrec.eval.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Writes numbers for readers: few digits, the same number of decimals down a column. */
final class Numbers {
  static final String DASH = "\u2013";
  private static final String MINUS = "\u2212";
  private static final int MOST_DECIMALS = 7;

  private Numbers() {}

  /** Returns the decimals that give a column's largest value four digits, and its smallest two. */
  static int decimals(DoubleStream values) {
    double[] sizes = values.map(Math::abs).filter(v -> v > 0).toArray();
    double largest = DoubleStream.of(sizes).max().orElse(1);
    double smallest = DoubleStream.of(sizes).min().orElse(1);
    int forLargest = 3 - exponent(largest);
    int forSmallest = Math.min(2 - exponent(smallest), forLargest + 1);
    return Math.max(0, Math.min(MOST_DECIMALS, Math.max(forLargest, forSmallest)));
  }

  private static int exponent(double positive) {
    return (int) Math.floor(Math.log10(positive));
  }

  /** Returns four significant digits. */
  static String brief(double value) {
    return fixed(value, decimals(DoubleStream.of(value)));
  }

  static String fixed(double value, int decimals) {
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", rounded.abs());
    return rounded.signum() < 0 ? MINUS + text : text;
  }

  /** Returns a number with its sign, also where it is positive. */
  static String signed(double value, int decimals) {
    boolean positive =
        new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).signum() > 0;
    return (positive ? "+" : "") + fixed(value, decimals);
  }

  /** Returns a share as a percentage. */
  static String percent(double share) {
    double hundredths = 100 * share;
    double size = Math.abs(hundredths);
    return fixed(hundredths, size >= 10 || size == 0 ? 0 : 1) + "\u00a0%";
  }

  /** Returns a probability as papers give it. */
  static String probability(double p) {
    return p < 0.001 ? "< 0.001" : fixed(p, 3);
  }

  /** Returns bytes in the unit that suits, powers of 1024. */
  static String bytes(double bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    int unit = 0;
    double value = bytes;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return fixed(value, value >= 100 || unit == 0 ? 0 : 1) + "\u00a0" + units[unit];
  }

  /** Returns the shortest text that reads back as the same number. */
  static String full(double value) {
    return Double.toString(value);
  }

  static String count(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d", count) + " " + (count == 1 ? one : many);
  }
}
