package io.artrec.eval.online;

import java.util.Locale;

/**
 * Examination from swaps: on some requests the works at place 1 and at another place change places,
 * on others not, by chance (Joachims, Swaminathan, Schnabel, "Unbiased learning-to-rank with biased
 * feedback", WSDM 2017). Far gentler to visitors than random order. The works at both places are
 * the same on average, so θ(k) = (rate at k, swapped + rate at k, not swapped) / (rate at 1,
 * swapped + rate at 1, not swapped). Not thread-safe. Only counts are kept.
 */
public final class SwapExperiment {
  private final long[][] lists;
  private final long[][] firstClicks;
  private final long[][] otherClicks;

  /**
   * Makes an experiment without observations.
   *
   * @param lastPlace the last place that is swapped with the first, at least 2
   */
  public SwapExperiment(int lastPlace) {
    if (lastPlace < 2) {
      throw new IllegalArgumentException(
          "places up to " + lastPlace + " are swapped with the first, expected at least 2");
    }
    lists = new long[lastPlace + 1][2];
    firstClicks = new long[lastPlace + 1][2];
    otherClicks = new long[lastPlace + 1][2];
  }

  /**
   * Adds a list that had its chance of being swapped.
   *
   * @param place which place was to change with the first, from 2
   * @param swapped whether it did
   * @param clickedFirst whether the work now at place 1 was clicked
   * @param clickedOther whether the work now at the other place was clicked
   * @return this experiment
   */
  public SwapExperiment add(
      int place, boolean swapped, boolean clickedFirst, boolean clickedOther) {
    if (place < 2 || place >= lists.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "place %d swapped, expected 2 to %d", place, lists.length - 1));
    }
    int arm = swapped ? 1 : 0;
    lists[place][arm]++;
    firstClicks[place][arm] += clickedFirst ? 1 : 0;
    otherClicks[place][arm] += clickedOther ? 1 : 0;
    return this;
  }

  /**
   * Estimates the curve. Intervals take clicks to be independent.
   *
   * @return the curve up to the last place
   * @throws IllegalArgumentException when a place was never swapped, or never left, or one of its
   *     pair has no click
   */
  public ExaminationCurve curve() {
    double[] propensities = new double[lists.length - 1];
    double[] errors = new double[lists.length - 1];
    propensities[0] = 1;
    for (int place = 2; place < lists.length; place++) {
      if (lists[place][0] == 0 || lists[place][1] == 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "place %d was swapped in %d lists and left in %d, expected some of both",
                place,
                lists[place][1],
                lists[place][0]));
      }
      double all = (double) lists[place][0] + lists[place][1];
      ExaminationCurve.requireClicks(
          1, (double) firstClicks[place][0] + firstClicks[place][1], all);
      ExaminationCurve.requireClicks(
          place, (double) otherClicks[place][0] + otherClicks[place][1], all);
      double first = rates(firstClicks[place], lists[place]);
      double other = rates(otherClicks[place], lists[place]);
      propensities[place - 1] = other / first;
      errors[place - 1] =
          Math.sqrt(
              variance(firstClicks[place], lists[place]) / (first * first)
                  + variance(otherClicks[place], lists[place]) / (other * other));
    }
    return new ExaminationCurve(propensities, errors);
  }

  private static double rates(long[] clicks, long[] shown) {
    return (double) clicks[0] / shown[0] + (double) clicks[1] / shown[1];
  }

  private static double variance(long[] clicks, long[] shown) {
    double sum = 0;
    for (int arm = 0; arm < 2; arm++) {
      double rate = (double) clicks[arm] / shown[arm];
      sum += rate * (1 - rate) / shown[arm];
    }
    return sum;
  }
}
