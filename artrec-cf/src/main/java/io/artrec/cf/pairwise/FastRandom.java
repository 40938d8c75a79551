package io.artrec.cf.pairwise;

/**
 * Random numbers for innermost loops: SplitMix64 (Steele, Lea, Flood, Fast splittable pseudorandom
 * number generators, OOPSLA 2014) without the checks of the JDK's. Not thread-safe.
 */
final class FastRandom {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  FastRandom(long seed) {
    state = seed;
  }

  /** A generator for one of several parts of a computation, whoever computes it. */
  static FastRandom of(long seed, long... part) {
    long mixed = seed;
    for (long one : part) {
      mixed = mix(mixed + GAMMA * (one + 1));
    }
    return new FastRandom(mixed);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** 64 random bits. */
  long next() {
    state += GAMMA;
    return mix(state);
  }

  /** A number from 0 to below a bound of 1 or more; each as likely but for 1 in 2^32 / bound. */
  int below(int bound) {
    return below(next(), bound);
  }

  /** The same, from the upper half of random bits. */
  static int below(long bits, int bound) {
    return (int) (((bits >>> 32) * bound) >>> 32);
  }
}
