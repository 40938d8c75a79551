package io.artrec.classification;

/**
 * {@code P(class | score) = 1 / (1 + exp(slope·score + shift))}, fitted to scores by the greatest
 * likelihood of softened sides, {@code (N+ + 1) / (N+ + 2)} and {@code 1 / (N- + 2)} (Platt,
 * Probabilistic outputs for support vector machines, 1999), by Newton's method with backtracking in
 * the form that loses no digits (Lin, Lin and Weng, A note on Platt's probabilistic outputs for
 * support vector machines, Machine Learning, 2007). {@code N+} and {@code N-} are sums of weights.
 *
 * @param slope negative where higher scores speak for the class; never positive: scores that speak
 *     against their own class say nothing, and the class gets its share
 * @param shift what is added
 */
record PlattSigmoid(double slope, double shift) {
  /** Of scores that are log odds. */
  static final PlattSigmoid LOG_ODDS = new PlattSigmoid(-1, 0);

  private static final int MOST_STEPS = 100;
  private static final double SHORTEST = 1e-10;
  private static final double RIDGE = 1e-12;
  private static final double SETTLED = 1e-5;
  private static final double ARMIJO = 1e-4;

  /** Takes scores for log odds where there are not examples of both sides. */
  static PlattSigmoid fit(double[] scores, boolean[] sides, double[] weights) {
    double with = 0;
    double without = 0;
    for (int i = 0; i < scores.length; i++) {
      with += sides[i] ? weights[i] : 0;
      without += sides[i] ? 0 : weights[i];
    }
    if (with == 0 || without == 0) {
      return LOG_ODDS;
    }
    double[] softened = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      softened[i] = sides[i] ? (with + 1) / (with + 2) : 1 / (without + 2);
    }
    PlattSigmoid share = new PlattSigmoid(0, Math.log((without + 1) / (with + 1)));
    PlattSigmoid fitted = newton(share, scores, softened, weights);
    return fitted.slope < 0 ? fitted : share;
  }

  private static PlattSigmoid newton(
      PlattSigmoid start, double[] scores, double[] softened, double[] weights) {
    PlattSigmoid at = start;
    double loss = at.loss(scores, softened, weights);
    for (int step = 0; step < MOST_STEPS; step++) {
      double g1 = 0;
      double g2 = 0;
      double h11 = RIDGE;
      double h22 = RIDGE;
      double h21 = 0;
      for (int i = 0; i < scores.length; i++) {
        double p = at.probability(scores[i]);
        double curvature = weights[i] * p * (1 - p);
        double error = weights[i] * (softened[i] - p);
        h11 += scores[i] * scores[i] * curvature;
        h22 += curvature;
        h21 += scores[i] * curvature;
        g1 += scores[i] * error;
        g2 += error;
      }
      if (Math.abs(g1) < SETTLED && Math.abs(g2) < SETTLED) {
        break;
      }
      double determinant = h11 * h22 - h21 * h21;
      double d1 = -(h22 * g1 - h21 * g2) / determinant;
      double d2 = -(h11 * g2 - h21 * g1) / determinant;
      double falls = g1 * d1 + g2 * d2;
      double length = 1;
      PlattSigmoid next = at;
      double nextLoss = Double.POSITIVE_INFINITY;
      for (; length >= SHORTEST && !(nextLoss < loss + ARMIJO * length * falls); length /= 2) {
        next = new PlattSigmoid(at.slope + length * d1, at.shift + length * d2);
        nextLoss = next.loss(scores, softened, weights);
      }
      if (!(nextLoss < loss)) {
        break;
      }
      at = next;
      loss = nextLoss;
    }
    return at;
  }

  private double loss(double[] scores, double[] softened, double[] weights) {
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      double z = slope * scores[i] + shift;
      double one =
          z >= 0
              ? softened[i] * z + StrictMath.log1p(StrictMath.exp(-z))
              : (softened[i] - 1) * z + StrictMath.log1p(StrictMath.exp(z));
      loss += weights[i] * one;
    }
    return loss;
  }

  double probability(double score) {
    double z = slope * score + shift;
    if (z >= 0) {
      double small = StrictMath.exp(-z);
      return small / (1 + small);
    }
    return 1 / (1 + StrictMath.exp(z));
  }
}
