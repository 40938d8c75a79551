package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.strategy.PairwiseLogistic.Pair;
import io.artrec.strategy.PairwiseLogistic.Prior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairwiseLogisticTest {
  private static final int[] GROUPS = {0, 0, 1, 2};

  @Test
  void onePart_isWhereItsSlopeIsZero() {
    // 3 pairs that differ by 1, drawn to 0.5 with 2: 3 / (1 + e^x) = 2 (x − 0.5)
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      pairs.add(new Pair(new double[] {2}, new double[] {1}, new int[] {0, 0}, 1));
    }
    Prior prior = new Prior(new double[][] {{0.5, 0}}, new double[][] {{2, 0}, {0, 1}});
    double[] solved = new PairwiseLogistic(pairs, new int[] {0}, prior).solve()[0];

    assertThat(3 / (1 + Math.exp(solved[0]))).isCloseTo(2 * (solved[0] - 0.5), within(1e-6));
    assertThat(solved[0]).isCloseTo(0.925698, within(1e-5));
    assertThat(solved[1]).isZero();
  }

  @Test
  void partThatIsAlwaysWrong_getsNoWeight() {
    List<Pair> pairs =
        List.of(new Pair(new double[] {0, 1}, new double[] {1, 0}, new int[] {0, 0}, 100));
    Prior prior =
        new Prior(
            new double[][] {{1, 1, 0}}, new double[][] {{0.1, 0, 0}, {0, 0.1, 0}, {0, 0, 0.1}});
    double[] solved = new PairwiseLogistic(pairs, new int[] {0}, prior).solve()[0];

    assertThat(solved[0]).isZero();
    assertThat(solved[1]).isGreaterThan(1);
  }

  @Test
  void withoutPairs_nothingMoves() {
    Prior prior =
        new Prior(new double[][] {{1, 2, 0.5}}, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    assertThat(new PairwiseLogistic(List.of(), new int[] {0}, prior).solve()[0])
        .containsExactly(1, 2, 0.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void slopesAndCurvature_areThoseOfFiniteDifferences(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PairwiseLogistic logistic = random(random);
    double[] x = random.doubles(9, -1, 2).toArray();
    double[] gradient = logistic.gradient(x);
    double[][] curvature = logistic.curvature(x);
    double step = 1e-5;
    for (int i = 0; i < x.length; i++) {
      double[] more = x.clone();
      double[] less = x.clone();
      more[i] += step;
      less[i] -= step;
      assertThat(gradient[i])
          .as("seed %d, slope %d", seed, i)
          .isCloseTo((logistic.value(more) - logistic.value(less)) / (2 * step), within(1e-6));
      double[] upper = logistic.gradient(more);
      double[] lower = logistic.gradient(less);
      for (int j = 0; j < x.length; j++) {
        assertThat(curvature[i][j])
            .as("seed %d, curvature %d, %d", seed, i, j)
            .isCloseTo((upper[j] - lower[j]) / (2 * step), within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void solution_isALowestPointWithinBounds(long seed) {
    PairwiseLogistic logistic = random(new SplittableRandom(seed));
    double[] x = Arrays.stream(logistic.solve()).flatMapToDouble(Arrays::stream).toArray();
    double[] gradient = logistic.gradient(x);
    for (int i = 0; i < x.length; i++) {
      boolean isHeld = i % 3 < 2 && x[i] == 0;
      assertThat(isHeld ? Math.min(gradient[i], 0) : gradient[i])
          .as("seed %d, slope %d at %s", seed, i, x[i])
          .isCloseTo(0, within(1e-4));
      assertThat(i % 3 == 2 || x[i] >= 0).isTrue();
    }
  }

  /** Two parts, four segments in three groups. */
  private static PairwiseLogistic random(SplittableRandom random) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double[] better = {random.nextDouble() + 0.2, random.nextDouble()};
      double[] worse = {random.nextDouble(), random.nextDouble() + 0.3};
      int[] segments = {random.nextInt(4), random.nextInt(4)};
      pairs.add(new Pair(better, worse, segments, random.nextDouble(0.1, 1)));
    }
    double[][] center = new double[3][];
    Arrays.setAll(center, group -> random.doubles(3).toArray());
    double[][] precision = {{1.5, 0.2, 0}, {0.2, 1, 0}, {0, 0, 0.7}};
    return new PairwiseLogistic(pairs, GROUPS, new Prior(center, precision));
  }
}
