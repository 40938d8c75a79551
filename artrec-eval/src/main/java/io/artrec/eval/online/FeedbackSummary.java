package io.artrec.eval.online;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of a group of impressions. Immutable.
 *
 * @param impressions how many works were shown, at least 1
 * @param clicks how many of them were clicked
 * @param conversions how many of them converted
 * @param clicksConverted how many of them were clicked and converted
 * @param visitors how many visitors they were shown to, at least 1
 * @param visitorsClicked how many of these clicked at least once
 * @param visitorsConverted how many of these converted at least once
 * @param clickRateError the standard error of the click-through rate with visitors as the
 *     independent units; empty for a single visitor
 * @param dwell how long visitors stayed; empty where no stay was measured
 */
public record FeedbackSummary(
    long impressions,
    long clicks,
    long conversions,
    long clicksConverted,
    long visitors,
    long visitorsClicked,
    long visitorsConverted,
    OptionalDouble clickRateError,
    Optional<DwellSummary> dwell) {
  /** Validates. */
  public FeedbackSummary {
    Objects.requireNonNull(clickRateError, "clickRateError");
    Objects.requireNonNull(dwell, "dwell");
    if (impressions < 1 || visitors < 1 || visitors > impressions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d impressions of %d visitors: expected at least one of each, no more visitors",
              impressions,
              visitors));
    }
  }

  /**
   * Returns the click-through rate: clicked impressions among impressions.
   *
   * @return the share
   */
  public Proportion clickRate() {
    return new Proportion(clicks, impressions);
  }

  /**
   * Returns an interval of {@link #clickRate} that holds where impressions of one visitor are
   * alike: rate ± z·s with s² = V/(V−1) · Σ (c_v − rate·n_v)² / N² over visitors v with n_v
   * impressions and c_v clicks (the delta method for a ratio of means: Deng, Knoblich, Lu,
   * "Applying the delta method in metric analytics", KDD 2018). {@link Proportion#wilson} of the
   * same rate is narrower and right only where impressions are independent.
   *
   * @param confidence between 0 and 1
   * @return the interval, cut to 0 to 1; empty for a single visitor
   */
  public Optional<Interval> clickRateInterval(double confidence) {
    if (clickRateError.isEmpty()) {
      Arguments.confidence(confidence);
      return Optional.empty();
    }
    Interval wide = Arguments.around(clickRate().value(), clickRateError.getAsDouble(), confidence);
    return Optional.of(new Interval(Math.max(0, wide.low()), Math.min(1, wide.high())));
  }

  /** {@return the share of visitors who clicked at least once} */
  public Proportion userClickRate() {
    return new Proportion(visitorsClicked, visitors);
  }

  /**
   * Returns the conversion rate: converted impressions among impressions.
   *
   * @return the share
   */
  public Proportion conversionRate() {
    return new Proportion(conversions, impressions);
  }

  /** {@return the share of visitors who converted at least once} */
  public Proportion userConversionRate() {
    return new Proportion(visitorsConverted, visitors);
  }

  /**
   * Returns the converted clicks among clicks.
   *
   * @return the share; empty where nothing was clicked
   */
  public Optional<Proportion> conversionPerClick() {
    return clicks == 0 ? Optional.empty() : Optional.of(new Proportion(clicksConverted, clicks));
  }
}
