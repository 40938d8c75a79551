package io.artrec;

import java.util.List;

/** What an answer leaves to chance is decided by: a seed that says who asks and when. */
final class Chance {
  /** Seeds have so many bits less than a long, so that every number format holds them exactly. */
  private static final int UNUSED = 11;

  private Chance() {}

  /**
   * The seed of an answer.
   *
   * @param seed the recommender's
   * @param askers ids of who asks, or of works
   * @param millis when
   */
  static long seed(long seed, List<String> askers, long millis) {
    return mixed(mixed(seed, askers.hashCode()), millis);
  }

  /** The seed of a request, or else that of the answer. */
  static long seed(Request request, long seed, List<String> askers, long millis) {
    return request.seed().orElseGet(() -> seed(seed, askers, millis));
  }

  /** The seed of a member of a group, for what is left to chance in their scores. */
  static long of(long seed, String member) {
    return mixed(seed, member.hashCode());
  }

  /** SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mixed(long a, long b) {
    long z = a * 0xD1342543DE82EF95L + (b + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (z ^ (z >>> 31)) >>> UNUSED;
  }
}
