package io.artrec.examples.atelier;

import java.util.List;

/**
 * Numbers by chance that follow from a seed alone, the same on every JDK (SplitMix64). What is
 * split off under a key does not depend on how much was drawn before.
 */
final class Chance {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long state;

  Chance(long seed) {
    this.seed = seed;
    state = seed;
  }

  Chance of(long key) {
    return new Chance(mixed(seed ^ mixed(key + STEP)));
  }

  Chance of(String key) {
    long hash = 0;
    for (int i = 0; i < key.length(); i++) {
      hash = 31 * hash + key.charAt(i);
    }
    return of(hash);
  }

  long next() {
    state += STEP;
    return mixed(state);
  }

  private static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number from 0 to below 1. */
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** A whole number from 0 to below a limit. */
  int below(int limit) {
    return (int) (unit() * limit);
  }

  /** A whole number from one to another, both included. */
  int from(int low, int high) {
    return low + below(high - low + 1);
  }

  boolean odds(double probability) {
    return unit() < probability;
  }

  /** A number around 0 with a deviation, nearly normal: the sum of six uniform ones. */
  double around(double deviation) {
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += unit();
    }
    return (sum - 3) * StrictMath.sqrt(2) * deviation;
  }

  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }
}
