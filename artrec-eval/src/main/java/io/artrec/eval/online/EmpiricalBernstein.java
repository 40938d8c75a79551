package io.artrec.eval.online;

import java.util.Optional;

/**
 * The confidence sequence of {@link AbTest#bounded}: for each side the predictable plug-in
 * empirical Bernstein sequence (Waudby-Smith and Ramdas 2024, theorem 2) at half the level, and the
 * difference of the two intervals.
 */
final class EmpiricalBernstein implements MeanDifference {
  private final double low;
  private final double high;
  private final Side control;
  private final Side treatment;

  EmpiricalBernstein(double level, double low, double high) {
    this.low = low;
    this.high = high;
    control = new Side(level / 2);
    treatment = new Side(level / 2);
  }

  @Override
  public void control(double value) {
    control.add(scaled(value));
  }

  @Override
  public void treatment(double value) {
    treatment.add(scaled(value));
  }

  @Override
  public Optional<Interval> interval() {
    double range = high - low;
    double least = range * (treatment.lower() - control.upper());
    double most = range * (treatment.upper() - control.lower());
    return Optional.of(new Interval(least, most));
  }

  private double scaled(double value) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "observation is "
              + value
              + ", expected one from "
              + low
              + " to "
              + high
              + " as declared");
    }
    return (value - low) / (high - low);
  }

  /** One side's observations in [0, 1]. */
  private static final class Side {
    private static final double LARGEST_BET = 0.5;

    private final double evidence;
    private long count;
    private double sum;
    private double squares = 0.25;
    private double bets;
    private double weighted;
    private double slack;

    Side(double level) {
      evidence = Math.log(2 / level);
    }

    void add(double value) {
      double before = (0.5 + sum) / (count + 1);
      double variance = squares / (count + 1);
      count++;
      double bet =
          Math.min(
              LARGEST_BET,
              Math.sqrt(2 * evidence / (variance * count * Math.log1p((double) count))));
      double surprise = value - before;
      bets += bet;
      weighted += bet * value;
      slack += surprise * surprise * (-Math.log1p(-bet) - bet);
      sum += value;
      double after = value - (0.5 + sum) / (count + 1);
      squares += after * after;
    }

    double lower() {
      return bets == 0 ? 0 : Math.min(1, Math.max(0, (weighted - evidence - slack) / bets));
    }

    double upper() {
      return bets == 0 ? 1 : Math.max(0, Math.min(1, (weighted + evidence + slack) / bets));
    }
  }
}
