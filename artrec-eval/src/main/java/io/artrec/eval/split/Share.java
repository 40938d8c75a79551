package io.artrec.eval.split;

import java.util.Locale;

/** Shares of counts. */
final class Share {
  private Share() {}

  static void require(String key, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          key + " is " + share + ", expected more than 0 and less than 1, as in " + key + "=0.2");
    }
  }

  static void requireAtLeast(String key, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is %d, expected %d or more", key, value, least));
    }
  }

  /** The nearest count, but at least one and not all; {@code all} is 2 or more. */
  static int of(double share, int all) {
    return (int) Math.max(1, Math.min(all - 1L, Math.round(share * all)));
  }
}
