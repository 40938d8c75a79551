package io.artrec.text.topic;

/**
 * Estimates the parameters of a Dirichlet-multinomial distribution by Minka's fixed-point iteration
 * (Minka, Estimating a Dirichlet distribution, 2000) on histograms of counts (Wallach, Structured
 * topic models for language, 2008, section 2.3.4): because counts are whole numbers, differences of
 * the digamma function are sums of {@code 1 / (i + α)}.
 */
final class DirichletPrior {
  private static final double LEAST = 1e-5;
  private static final int MOST_ROUNDS = 100;
  private static final double SETTLED = 1e-4;

  private DirichletPrior() {}

  /**
   * Improves asymmetric parameters in place.
   *
   * @param alpha the parameters
   * @param atLeast {@code atLeast[k][i]} rows whose count of {@code k} is above {@code i}
   * @param lengths {@code lengths[i]} rows whose counts add up to more than {@code i}
   */
  static void improve(double[] alpha, int[][] atLeast, int[] lengths) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double sum = 0;
      for (double a : alpha) {
        sum += a;
      }
      double denominator = digammaDifferences(lengths, sum);
      double change = 0;
      for (int k = 0; k < alpha.length; k++) {
        double next =
            Math.max(LEAST, alpha[k] * digammaDifferences(atLeast[k], alpha[k]) / denominator);
        change = Math.max(change, Math.abs(next - alpha[k]) / alpha[k]);
        alpha[k] = next;
      }
      if (change < SETTLED) {
        return;
      }
    }
  }

  /**
   * Returns an improved parameter that all {@code width} dimensions share.
   *
   * @param atLeast {@code atLeast[i]} pairs of row and dimension whose count is above {@code i}
   */
  static double improveShared(double beta, int width, int[] atLeast, int[] lengths) {
    double now = beta;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double next =
          now
              * digammaDifferences(atLeast, now)
              / (width * digammaDifferences(lengths, width * now));
      next = Math.max(LEAST, next);
      double change = Math.abs(next - now) / now;
      now = next;
      if (change < SETTLED) {
        return now;
      }
    }
    return now;
  }

  private static double digammaDifferences(int[] above, double parameter) {
    double sum = 0;
    for (int i = 0; i < above.length && above[i] > 0; i++) {
      sum += above[i] / (parameter + i);
    }
    return sum;
  }
}
