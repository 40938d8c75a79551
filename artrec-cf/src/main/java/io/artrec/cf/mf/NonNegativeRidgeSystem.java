package io.artrec.cf.mf;

/**
 * A ridge regression whose factors are not negative, and are held to 0 besides by {@code 2κ} times
 * their sum; the bias is free. The solution is linear in the targets as long as the same factors
 * are above 0.
 */
final class NonNegativeRidgeSystem extends RidgeSystem {
  private final NonNegativeSystem system;
  private final double l1;

  NonNegativeRidgeSystem(int factors, double l1) {
    super(factors);
    system = new NonNegativeSystem(size(), 1);
    this.l1 = l1;
  }

  @Override
  void factorize(double biasPenalty, double penalty) {
    addPenalties(biasPenalty, penalty);
    for (int j = 1; j < size(); j++) {
      right()[j] -= l1;
    }
    system.solve(matrix(), right());
  }

  @Override
  void solution(double[] into) {
    System.arraycopy(system.solution(), 0, into, 0, size());
  }

  /** Solves over the bias and the factors that are above 0; the others become 0. */
  @Override
  void solve(double[] x) {
    system.restricted(x);
  }
}
