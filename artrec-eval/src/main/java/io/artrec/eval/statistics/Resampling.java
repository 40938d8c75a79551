package io.artrec.eval.statistics;

/**
 * How often chance is asked. Equal {@code resamples} and {@code seed} give equal numbers whatever
 * {@code threads} is.
 *
 * @param resamples how many samples are drawn, 1 or more. With 9,999 a p-value is a multiple of
 *     1/10,000, and the limits of a 95 % interval are the 250th and the 9,750th value
 * @param seed decides the draws
 * @param threads how many threads draw, 1 or more
 */
public record Resampling(int resamples, long seed, int threads) {
  /** Validates. */
  public Resampling {
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples is " + resamples + ", expected 1 or more");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", expected 1 or more");
    }
  }

  /**
   * {@return 9,999 resamples on one thread}
   *
   * @param seed decides the draws
   */
  public static Resampling seeded(long seed) {
    return new Resampling(9_999, seed, 1);
  }

  /**
   * {@return these settings with another number of samples}
   *
   * @param count 1 or more
   */
  public Resampling withResamples(int count) {
    return new Resampling(count, seed, threads);
  }

  /**
   * {@return these settings with another number of threads}
   *
   * @param count 1 or more
   */
  public Resampling withThreads(int count) {
    return new Resampling(resamples, seed, count);
  }
}
