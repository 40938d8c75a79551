package io.artrec.eval.online;

/**
 * Whether visitors are divided as planned, asked after each of them: the Bayes factor of any
 * division, of Dirichlet prior {@code c · shares}, against the planned one. It is a martingale
 * where the plan holds, so by Ville's inequality {@code min 1 / factor} over all times is a p value
 * that may be looked at at all times (Lindon and Malek, "Anytime-valid inference for multinomial
 * count data", NeurIPS 2022). Not thread-safe.
 */
final class SequentialRatio {
  /** As how many visitors the plan counts beforehand. */
  private static final double CONCENTRATION = 100;

  private final double[] shares;
  private final long[] visitors;
  private long all;
  private double logFactor;
  private double largest;

  /** Of planned shares, in any unit. */
  SequentialRatio(double[] planned) {
    shares = planned.clone();
    visitors = new long[planned.length];
    double whole = 0;
    for (double share : planned) {
      whole += share;
    }
    for (int variant = 0; variant < shares.length; variant++) {
      shares[variant] /= whole;
    }
  }

  void add(int variant) {
    logFactor +=
        Math.log(
            (CONCENTRATION * shares[variant] + visitors[variant])
                / ((CONCENTRATION + all) * shares[variant]));
    visitors[variant]++;
    all++;
    largest = Math.max(largest, logFactor);
  }

  long visitors(int variant) {
    return visitors[variant];
  }

  double pValue() {
    return Math.exp(-largest);
  }
}
