package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BestBetaTest {
  private static double[] of(double... parameters) {
    int arms = parameters.length / 2;
    return BestBeta.probabilities(
        Arrays.copyOf(parameters, arms), Arrays.copyOfRange(parameters, arms, 2 * arms));
  }

  @Test
  void probabilities_areThoseThatAreFoundByHand() {
    assertThat(of(1, 1)).containsExactly(1);
    assertThat(of(1, 1, 1, 1, 1, 1))
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    // P(X > Y) for X of density 2x and Y even: ∫ 2x · x dx = 2/3
    assertThat(of(2, 1, 1, 1)).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
    // of density 3x² and one of 2(1 − x): ∫ 3x² · (1 − (1 − x)²) dx = 6/4 − 3/5
    assertThat(of(3, 1, 1, 2)[0]).isCloseTo(0.9, within(1e-12));
  }

  /** By mpmath 1.3, 30 digits; the last by scipy 1.17. */
  @Test
  void probabilities_areThoseOfMpmath() {
    check(of(2, 5, 1, 3, 4, 1), 0.16503496503497, 0.43512043512044, 0.3998445998446);
    check(
        of(11.5, 14.25, 3.75, 1, 20.5, 22, 9.125, 1),
        0.13562794379943,
        0.22283099565681,
        0.080674663222944,
        0.56086639732082);
    check(of(501.5, 530.25, 9500, 9480.5), 0.1829355915164, 0.8170644084836);
    check(
        of(1.5, 1, 1.25, 400, 380, 3.5), 0.0036971465831311, 0.0020092574847181, 0.99429359593215);
    check(
        of(120_001, 121_000, 1, 880_001, 879_002, 1),
        0.0018096041412922854,
        0.11919260403807466,
        0.8789977918206322);
  }

  private static void check(double[] found, double... expected) {
    assertThat(found).containsExactly(expected, within(1e-8));
  }

  /**
   * Of two with whole parameters: P(X₂ > X₁) = Σ_{i < α₂} B(α₁ + i, β₁ + β₂) / ((β₂ + i) · B(1 + i,
   * β₂) · B(α₁, β₁)) (Miller, "Formulas for Bayesian A/B testing", 2014).
   */
  private static double second(int a1, int b1, int a2, int b2) {
    double sum = 0;
    for (int i = 0; i < a2; i++) {
      sum +=
          Math.exp(
              logBeta(a1 + i, b1 + b2) - Math.log(b2 + i) - logBeta(1 + i, b2) - logBeta(a1, b1));
    }
    return sum;
  }

  private static double logBeta(int a, int b) {
    return logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
  }

  private static double logFactorial(int n) {
    double sum = 0;
    for (int i = 2; i <= n; i++) {
      sum += Math.log(i);
    }
    return sum;
  }

  @Test
  void probabilitiesOfTwo_agreeWithTheClosedForm() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 200; round++) {
      int[] p = random.ints(4, 1, 1 << random.nextInt(1, 10)).toArray();
      double[] found = of(p[0], p[2], p[1], p[3]);
      assertThat(found[1])
          .as("round %d: %s", round, Arrays.toString(p))
          .isCloseTo(second(p[0], p[1], p[2], p[3]), within(1e-8));
      assertThat(found[0] + found[1]).isCloseTo(1, within(1e-12));
    }
  }
}
