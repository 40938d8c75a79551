package io.artrec.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosteriorTest {
  private static Comparison one(double direction, double variance) {
    return new Comparison(new double[] {direction}, variance);
  }

  @Test
  void nothingCompared_isThePrior() {
    Posterior prior = Posterior.of(List.of(), 2);
    assertThat(prior.mean()).containsExactly(0, 0);
    assertThat(prior.variance(new double[] {3, 4})).isEqualTo(25);
    assertThat(prior.bits()).isZero();
  }

  /**
   * Of two works at 1 and 0 the first is chosen: {@code p(w) ∝ φ(w) Φ(w)}, with the mean {@code
   * φ(0) / Φ(0) / √2 = 1 / √π} and the variance {@code 1 - 1 / π}.
   */
  @Test
  void oneComparison_byHand() {
    Posterior posterior = Posterior.of(List.of(one(1, 1)), 1);
    assertThat(posterior.mean()[0]).isCloseTo(1 / Math.sqrt(Math.PI), within(1e-10));
    assertThat(posterior.variance(new double[] {1})).isCloseTo(1 - 1 / Math.PI, within(1e-10));
    assertThat(posterior.bits())
        .isCloseTo(-Math.log(1 - 1 / Math.PI) / Math.log(2) / 2, within(1e-10));
    assertThat(posterior.weights()[0]).isCloseTo(1 / Math.sqrt(Math.PI), within(1e-10));
  }

  @Test
  void agreeingAndContradictingAnswersOfOneDimension_areNearTheIntegral() {
    for (List<Comparison> comparisons :
        List.of(
            List.of(one(1, 1), one(0.5, 1.5), one(2, 1)),
            List.of(one(1, 1), one(-1, 1)),
            List.of(one(3, 1), one(-1, 1), one(2, 1), one(2, 2)))) {
      Posterior posterior = Posterior.of(comparisons, 1);
      Grid grid = Grid.of(1, comparisons);
      assertThat(posterior.mean()[0]).isCloseTo(grid.mean(w -> w[0]), within(0.015));
      assertThat(posterior.variance(new double[] {1}))
          .isCloseTo(grid.variance(new double[] {1}), within(0.015));
    }
  }

  private static List<Comparison> comparisons(int count, int dimensions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] direction = new double[dimensions];
      for (int d = 0; d < dimensions; d++) {
        direction[d] = MadeCollection.normal(random);
      }
      comparisons.add(new Comparison(direction, 1 + random.nextDouble()));
    }
    return comparisons;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void twoDimensions_areNearTheIntegral(long seed) {
    List<Comparison> comparisons = comparisons(6, 2, seed);
    Posterior posterior = Posterior.of(comparisons, 2);
    Grid grid = Grid.of(2, comparisons);
    for (double[] direction : new double[][] {{1, 0}, {0, 1}, {1, -1}}) {
      assertThat(Comparison.product(posterior.mean(), direction))
          .isCloseTo(grid.mean(w -> Comparison.product(w, direction)), within(0.02));
      assertThat(posterior.variance(direction)).isCloseTo(grid.variance(direction), within(0.02));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void orderOfComparisons_doesNotMatter(long seed) {
    List<Comparison> comparisons = comparisons(20, 7, seed);
    List<Comparison> shuffled = new ArrayList<>(comparisons);
    Collections.shuffle(shuffled, new Random(seed));
    Posterior one = Posterior.of(comparisons, 7);
    Posterior other = Posterior.of(shuffled, 7);
    assertThat(other.mean()).containsExactly(one.mean(), within(1e-8));
    assertThat(other.bits()).isCloseTo(one.bits(), within(1e-8));
  }

  /** A hundred answers that all say the same of one direction leave others as they were. */
  @Test
  void manyEqualComparisons_settle() {
    double[] along = {1, 0, 0};
    Posterior posterior = Posterior.of(Collections.nCopies(100, new Comparison(along, 1)), 3);
    assertThat(posterior.mean()[0]).isBetween(1.5, 4.0);
    assertThat(posterior.mean()[1]).isZero();
    assertThat(posterior.variance(along)).isBetween(0.01, 0.6);
    assertThat(posterior.variance(new double[] {0, 1, 0})).isCloseTo(1, within(1e-12));
  }

  @Test
  void weights_arePositiveAndGreaterForSurprises() {
    List<Comparison> comparisons = List.of(one(1, 1), one(1, 1), one(1, 1), one(1, 1), one(-1, 1));
    double[] weights = Posterior.of(comparisons, 1).weights();
    assertThat(weights[0]).isPositive().isCloseTo(weights[3], within(1e-9));
    assertThat(weights[4]).isGreaterThan(2 * weights[0]);
  }
}
