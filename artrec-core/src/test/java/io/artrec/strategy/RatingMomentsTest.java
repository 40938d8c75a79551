package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingMomentsTest {
  private static RatingMoments of(int parts, double[]... examples) {
    RatingMoments moments = new RatingMoments(parts);
    for (double[] example : examples) {
      moments.add(example);
    }
    return moments;
  }

  @Test
  void line_isFound() {
    // y = 1 + 0.5 a, whatever b
    double[] solved =
        of(
                2,
                new double[] {1, 4, 1.5},
                new double[] {2, 1, 2},
                new double[] {3, 2, 2.5},
                new double[] {5, 5, 3.5})
            .leastSquares();
    assertThat(solved).containsExactly(new double[] {0.5, 0, 1}, within(1e-4));
  }

  @Test
  void partThatMisleads_countsNothing() {
    // y = 5 − a
    double[] solved =
        of(1, new double[] {1, 4}, new double[] {2, 3}, new double[] {4, 1}).leastSquares();
    assertThat(solved).containsExactly(new double[] {0, 8 / 3.0}, within(1e-9));
  }

  @Test
  void nothingKnown_isTheMeanOfTheParts() {
    assertThat(new RatingMoments(4).leastSquares()).containsExactly(0.25, 0.25, 0.25, 0.25, 0);
  }

  @Test
  void partsThatAreAlike_countAlike() {
    double[] solved =
        of(2, new double[] {1, 1, 2}, new double[] {2, 2, 4}, new double[] {4, 4, 8})
            .leastSquares();
    assertThat(solved[0]).isCloseTo(solved[1], within(1e-6)).isCloseTo(1, within(1e-3));
  }

  @Test
  void hugeAndNearlyEqualPredictions_areSolved() {
    SplittableRandom random = new SplittableRandom(3);
    RatingMoments moments = new RatingMoments(3);
    for (int i = 0; i < 50; i++) {
      double near = 1e6 + random.nextDouble() * 1e-3;
      moments.add(new double[] {near, near + 1e-9, 1e6 - near * 1e-12, 1e6});
    }
    for (double solved : moments.leastSquares()) {
      assertThat(solved).isFinite();
    }
  }

  @Test
  void borrowedExamples_countTogetherAsSaid() {
    RatingMoments own = of(1, new double[] {1, 1}, new double[] {3, 3});
    RatingMoments wider =
        of(1, new double[] {1, 2}, new double[] {3, 6}, new double[] {5, 10}, new double[] {7, 14});
    RatingMoments both = own.borrowing(wider, 2);

    // the wider group's four count half each: as the four of these with weights 1, 1, .5, .5, .5,
    // .5
    double sumX = 4 + 8;
    double sumY = 4 + 16;
    double sumXx = 10 + 42;
    double sumXy = 10 + 84;
    double slope = (sumXy - sumX * sumY / 4) / (sumXx - sumX * sumX / 4);
    assertThat(both.count()).isEqualTo(4);
    assertThat(both.leastSquares())
        .containsExactly(new double[] {slope, (sumY - slope * sumX) / 4}, within(1e-4));
    assertThat(own.borrowing(new RatingMoments(1), 2).leastSquares())
        .containsExactly(own.leastSquares());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void examplesRatedAsPredicted_giveEqualWeights(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RatingMoments moments = new RatingMoments(3);
    RatingMoments means = new RatingMoments(3);
    for (int i = 0; i < 40; i++) {
      double[] x = random.doubles(4).toArray();
      moments.add(x);
      means.add(new double[] {x[0], x[1], x[2], (x[0] + x[1] + x[2]) / 3});
    }
    double third = 1 / 3.0;
    assertThat(moments.ratedAsPredicted().leastSquares())
        .as("seed %d", seed)
        .containsExactly(new double[] {third, third, third, 0}, within(1e-5));
    assertThat(means.leastSquares())
        .containsExactly(moments.ratedAsPredicted().leastSquares(), within(1e-9));
  }
}
