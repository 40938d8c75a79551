package io.artrec.live.internal;

import java.security.SecureRandom;

/**
 * What stands for an event id of a visitor where many are remembered: 122 bits of two polynomials
 * over the characters, modulo the prime 2^61 − 1, at points that nobody knows (Carter, Wegman,
 * Universal classes of hash functions, Journal of Computer and System Sciences, 1979). Two
 * different ids of n characters have the same key with a chance below (n / 2^61)², whoever chose
 * them.
 *
 * @param user 61 bits of the visitor's id alone
 * @param first the first polynomial
 * @param second the second
 */
record EventKey(long user, long first, long second) {
  private static final long PRIME = (1L << 61) - 1;

  /** Follows the visitor's id; no character has this number. */
  private static final int BETWEEN = (1 << 16) + 1;

  /** Makes keys, all at the same two points. */
  static final class Maker {
    private final long point;
    private final long other;

    /** Chooses the points. */
    Maker() {
      SecureRandom random = new SecureRandom();
      point = point(random);
      other = point(random);
    }

    private static long point(SecureRandom random) {
      return random.nextLong(BETWEEN + 1L, PRIME);
    }

    /** Returns the bits of a visitor's id. */
    long user(String user) {
      return over(point, 1, user);
    }

    /** Returns the key of an event id of a visitor. */
    EventKey key(String user, String id) {
      long tag = user(user);
      return new EventKey(
          tag,
          over(point, next(point, tag, BETWEEN), id),
          over(other, next(other, over(other, 1, user), BETWEEN), id));
    }

    private static long over(long point, long from, String text) {
      long sum = from;
      for (int i = 0; i < text.length(); i++) {
        sum = next(point, sum, text.charAt(i) + 1);
      }
      return sum;
    }

    /** {@code sum · point + add} modulo the prime. */
    private static long next(long point, long sum, int add) {
      long low = sum * point;
      long high = Math.multiplyHigh(sum, point);
      long folded = (low & PRIME) + ((low >>> 61) | (high << 3)) + add;
      long once = (folded & PRIME) + (folded >>> 61);
      return once >= PRIME ? once - PRIME : once;
    }
  }
}
