package io.artrec.eval.online;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How likely visitors look at each place, relative to the first: the position bias of a list. Under
 * the position-based model a work is clicked when it is looked at and liked, click probability =
 * θ(place) · liking(work) (Craswell, Zoeter, Taylor, Ramsey, WSDM 2008), so clicks divided by θ
 * compare across places. Immutable and thread-safe.
 *
 * <p>Three ways to know θ: works placed at random ({@link #fromRandomizedPlaces}), pairs of places
 * swapped at random ({@link SwapExperiment}), or, without intervening, works that stood at several
 * places ({@link PositionBasedModel}).
 */
public final class ExaminationCurve {
  private final double[] propensities;
  private final double[] logErrors;

  ExaminationCurve(double[] propensities, double[] logErrors) {
    this.propensities = propensities;
    this.logErrors = logErrors;
  }

  /**
   * {@return a curve known beforehand}
   *
   * @param propensities by place from the first, which is 1; each above 0 and finite
   */
  public static ExaminationCurve of(double... propensities) {
    boolean usable = propensities.length > 0 && propensities[0] == 1;
    for (double propensity : propensities) {
      usable &= propensity > 0 && Double.isFinite(propensity);
    }
    if (!usable) {
      throw new IllegalArgumentException(
          "examination by place is "
              + Arrays.toString(propensities)
              + ", expected 1 for the first place and finite numbers above 0");
    }
    return new ExaminationCurve(propensities.clone(), new double[0]);
  }

  /**
   * Estimates the curve from impressions whose works were put in random order, so that works at all
   * places are alike: θ(k) is the click-through rate at k by that at 1 (Joachims, Swaminathan,
   * Schnabel, "Unbiased learning-to-rank with biased feedback", WSDM 2017; Wang et al., SIGIR
   * 2016). Cost one pass.
   *
   * @param log impressions in random order, with clicks at every place up to the last
   * @return the curve
   * @throws IllegalArgumentException when a place has no click
   */
  public static ExaminationCurve fromRandomizedPlaces(ImpressionLog log) {
    log.requireAny("position bias");
    double[] shown = new double[log.lastPlace()];
    double[] clicked = new double[log.lastPlace()];
    for (int row = 0; row < log.size(); row++) {
      int place = log.place(row) - 1;
      shown[place]++;
      clicked[place] += log.clicked(row) ? 1 : 0;
    }
    double[] propensities = new double[shown.length];
    double[] errors = new double[shown.length];
    for (int place = 0; place < shown.length; place++) {
      requireClicks(place + 1, clicked[place], shown[place]);
      double ratio = clicked[place] / shown[place] * (shown[0] / clicked[0]);
      propensities[place] = ratio;
      errors[place] =
          place == 0
              ? 0
              : Math.sqrt(1 / clicked[place] - 1 / shown[place] + 1 / clicked[0] - 1 / shown[0]);
    }
    return new ExaminationCurve(propensities, errors);
  }

  static void requireClicks(int place, double clicks, double shown) {
    if (clicks < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "place %d has %.0f clicks in %.0f impressions: examination cannot be told; collect more"
                  + " or leave out places that far down",
              place,
              clicks,
              shown));
    }
  }

  /**
   * Returns the last place the curve speaks of.
   *
   * @return at least 1
   */
  public int lastPlace() {
    return propensities.length;
  }

  /**
   * {@return how likely a place is looked at, relative to the first: 1 for the first place, mostly
   * below 1 further down, always above 0}
   *
   * @param place the place, 1 to {@link #lastPlace}
   */
  public double at(int place) {
    if (place < 1 || place > propensities.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "place %d: the examination curve knows places 1 to %d",
              place,
              propensities.length));
    }
    return propensities[place - 1];
  }

  /**
   * {@return an interval of {@link #at}, by the delta method on the logarithm of the ratio, clicks
   * taken to be independent; above 0; empty where the way the curve was found gives none}
   *
   * @param place the place, 1 to {@link #lastPlace}
   * @param confidence between 0 and 1
   */
  public Optional<Interval> interval(int place, double confidence) {
    double value = at(place);
    if (logErrors.length == 0) {
      Arguments.confidence(confidence);
      return Optional.empty();
    }
    double factor = Math.exp(Arguments.quantile(confidence) * logErrors[place - 1]);
    return Optional.of(new Interval(value / factor, value * factor));
  }

  /**
   * Returns the curve as numbers.
   *
   * @return θ by place, the first place at index 0
   */
  public double[] toArray() {
    return propensities.clone();
  }
}
