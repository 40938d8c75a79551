package io.artrec.classification.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From which probability on labels are right often enough, learned from examples whose labels are
 * known and that had no part in training.
 *
 * <p>Answers are ordered from the likeliest down; of the first {@code k}, {@code e} are wrong. That
 * the share of wrong ones is {@code α = 1 - precision} or more is rejected where {@code
 * P(Binomial(k, α) ≤ e) ≤ δ / 4}, δ being 0.1. Four walks begin at as many answers, at the fewest
 * that can be enough and at an eighth, a quarter and half of all, and go on to less likely ones
 * until one is not rejected; the lowest threshold that any has reached is taken (fixed sequences
 * with several starts: Angelopoulos, Bates, Candès, Jordan and Lei, Learn then test: calibrating
 * predictive algorithms to achieve risk control, 2021). So with probability {@code 1 - δ} over the
 * known examples, which must not depend on each other, sure labels of examples like them are right
 * with the precision. Costs O(n log n + n · errors).
 */
public final class Certainty {
  /** The probability that the known examples mislead. */
  private static final double DELTA = 0.1;

  private static final int STARTS = 4;

  /** A threshold that no probability reaches. */
  public static final double NEVER = 2;

  /**
   * An answer to an example whose label is known.
   *
   * @param probability of the likeliest label
   * @param right whether it is the example's label
   */
  public record Answer(double probability, boolean right) {}

  private Certainty() {}

  /**
   * Returns the threshold.
   *
   * @param answers in any order
   * @param precision the share of sure labels that shall be right, above 0.5 and below 1
   * @return a probability; {@link #NEVER} when there are too few answers or too many errors
   */
  public static double from(List<Answer> answers, double precision) {
    List<Answer> falling = new ArrayList<>(answers);
    falling.sort(Comparator.comparingDouble(Answer::probability).reversed());
    double level = DELTA / STARTS;
    int all = falling.size();
    int fewest = (int) Math.ceil(Math.log(level) / Math.log(precision));
    double threshold = NEVER;
    for (int start : new int[] {fewest, all / 8, all / 4, all / 2}) {
      threshold = Math.min(threshold, walk(falling, Math.max(start, fewest), precision, level));
    }
    return threshold;
  }

  private static double walk(List<Answer> falling, int start, double precision, double level) {
    double threshold = NEVER;
    int wrong = 0;
    for (int k = 1; k <= falling.size(); k++) {
      wrong += falling.get(k - 1).right() ? 0 : 1;
      double probability = falling.get(k - 1).probability();
      boolean tied = k < falling.size() && falling.get(k).probability() == probability;
      if (k >= start && !tied) {
        if (atMost(wrong, k, 1 - precision) > level) {
          break;
        }
        threshold = probability;
      }
    }
    return threshold;
  }

  /** {@code P(Binomial(n, p) ≤ most)}. */
  static double atMost(int most, int n, double p) {
    double logOdds = Math.log(p) - Math.log1p(-p);
    double term = n * Math.log1p(-p);
    double sum = Math.exp(term);
    for (int k = 1; k <= most; k++) {
      term += Math.log((double) (n - k + 1) / k) + logOdds;
      sum += Math.exp(term);
    }
    return Math.min(1, sum);
  }

  /**
   * Checks a precision.
   *
   * @param precision above 0.5 and below 1
   * @throws IllegalArgumentException when it is not
   */
  public static void requirePrecision(double precision) {
    if (!(precision > 0.5 && precision < 1)) {
      throw new IllegalArgumentException(
          "precision is " + precision + ", expected above 0.5 and below 1");
    }
  }
}
