package io.artrec.eval.online;

import java.util.Locale;

/**
 * A share of trials that succeeded. Immutable.
 *
 * @param successes how many succeeded, 0 to {@code trials}
 * @param trials how many there were, at least 1
 */
public record Proportion(long successes, long trials) {
  /** Validates. */
  public Proportion {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d successes in %d trials: expected at least one trial and at most as many successes",
              successes,
              trials));
    }
  }

  /**
   * Returns the share.
   *
   * @return {@code successes / trials}, 0 to 1
   */
  public double value() {
    return (double) successes / trials;
  }

  /**
   * {@return Wilson's score interval (Wilson, "Probable inference, the law of succession, and
   * statistical inference", JASA 1927)} With p the share, n the trials and z the normal quantile:
   * (p + z²/2n ± z·sqrt(p(1−p)/n + z²/4n²)) / (1 + z²/n). It stays inside 0 to 1 and has a width
   * even where nothing or everything succeeded. Trials are taken to be independent; impressions of
   * one visitor are not, so see {@link FeedbackSummary#clickRateInterval}.
   *
   * @param confidence the share of such intervals that hold the truth, between 0 and 1
   */
  public Interval wilson(double confidence) {
    double z = Arguments.quantile(confidence);
    double n = trials;
    double p = value();
    double center = p + z * z / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    double scale = 1 + z * z / n;
    double low = successes == 0 ? 0 : Math.max(0, (center - half) / scale);
    double high = successes == trials ? 1 : Math.min(1, (center + half) / scale);
    return new Interval(low, high);
  }
}
