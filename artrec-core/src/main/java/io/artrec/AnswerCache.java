package io.artrec;

import java.time.Duration;
import java.util.Locale;

/**
 * How many answers a recommender keeps, and for how long: what {@link
 * RecommenderBuilder#answerCache} takes. A kept answer is given again to an equal request as long
 * as nothing that it was made of has changed: what its visitors did, were shown, follow, block or
 * are interested in, what strategies learned, the catalogue, promotions. What depends on time alone
 * (tastes and trends that fade, what is left to chance, filters that look at something outside
 * records) is as old as the answer, so the time is short. Immutable and thread-safe.
 */
public final class AnswerCache {
  private static final Duration USUAL = Duration.ofMinutes(5);

  private final int most;
  private final Duration time;

  private AnswerCache(int most, Duration time) {
    this.most = most;
    this.time = time;
  }

  /**
   * {@return a cache of so many answers that keeps each for five minutes}
   *
   * @param most 1 or more; those asked for least lately and least often go first
   */
  public static AnswerCache entries(int most) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "entries is " + most + ", expected 1 or more; leave the cache out for none");
    }
    return new AnswerCache(most, USUAL);
  }

  /**
   * {@return this cache with another time}
   *
   * @param after how long an answer is given again, by the recommender's clock, above 0
   */
  public AnswerCache expiring(Duration after) {
    if (after.isNegative() || after.isZero()) {
      throw new IllegalArgumentException("expiring is " + after + ", expected more than 0");
    }
    return new AnswerCache(most, after);
  }

  int most() {
    return most;
  }

  Duration time() {
    return time;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "AnswerCache[%d entries, %s]", most, time);
  }
}
