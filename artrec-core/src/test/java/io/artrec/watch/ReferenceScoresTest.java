package io.artrec.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceScoresTest {
  @Test
  void distance_byHand() {
    double[] first = {1, 2, 3, 4};
    assertThat(ReferenceScores.distance(first, new double[] {1, 2, 3, 4})).isZero();
    assertThat(ReferenceScores.distance(first, new double[] {5, 6})).isEqualTo(1);
    assertThat(ReferenceScores.distance(first, new double[] {4, 2})).isEqualTo(0.25);
    assertThat(ReferenceScores.distance(first, new double[] {2, 2, 2})).isEqualTo(0.5);
  }

  /** Table of the limiting distribution: 1.95 for one in a thousand (Smirnov 1948). */
  @Test
  void criticalDistance_isThatOfTheTable() {
    assertThat(ReferenceScores.critical(500, 500)).isCloseTo(1.95 * Math.sqrt(0.004), within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void distance_isTheLargestOfAllPlaces(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] first = random.doubles(31).map(x -> Math.floor(20 * x)).toArray();
    double[] second = random.doubles(17).map(x -> Math.floor(25 * x)).toArray();
    double largest = 0;
    for (double at = -1; at < 30; at++) {
      double limit = at;
      double a = Arrays.stream(first).filter(x -> x <= limit).count() / 31.0;
      double b = Arrays.stream(second).filter(x -> x <= limit).count() / 17.0;
      largest = Math.max(largest, Math.abs(a - b));
    }
    assertThat(ReferenceScores.distance(first, second))
        .as("seed %s", seed)
        .isCloseTo(largest, within(1e-12));
  }

  @Test
  void firstScores_areTaken_andNoMore() {
    ReferenceScores reference = new ReferenceScores(0);
    for (int i = 0; i < ReferenceScores.SIZE; i++) {
      assertThat(reference.isComplete()).isFalse();
      assertThat(reference.take(i)).isTrue();
    }
    assertThat(reference.isComplete()).isTrue();
    assertThat(reference.take(-1)).isFalse();
    assertThat(reference.distance(new double[] {-1})).isEqualTo(1);
    assertThat(reference.distance(new double[] {249})).isEqualTo(0.5);
  }
}
