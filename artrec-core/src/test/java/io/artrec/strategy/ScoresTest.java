package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoresTest {
  @Test
  void best_isHighestFirstTiesByIndexAndLeavesOutTheUnscored() {
    Scores scores = new Scores(Candidates.of(3, 5, 6, 9, 11));
    scores.set(0, 1);
    scores.set(1, 2);
    scores.set(3, 2);
    scores.set(4, -1);
    assertThat(scores.best(3)).containsExactly(1, 3, 0);
    assertThat(scores.best(10)).containsExactly(1, 3, 0, 4);
    assertThat(scores.best(0)).isEmpty();
    assertThat(scores.scoredCount()).isEqualTo(4);
    assertThat(scores.get(2)).isEmpty();
    assertThat(scores.get(4)).hasValue(-1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void best_isWhatSortingGives(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 1 + random.nextInt(300);
    Scores scores = new Scores(Candidates.all(size));
    for (int i = 0; i < size; i++) {
      if (random.nextInt(5) > 0) {
        scores.set(i, random.nextInt(20));
      }
    }
    int n = random.nextInt(size + 5);
    int[] sorted =
        IntStream.range(0, size)
            .filter(scores::isScored)
            .boxed()
            .sorted((a, b) -> Double.compare(scores.value(b), scores.value(a)))
            .limit(n)
            .mapToInt(i -> i)
            .toArray();
    assertThat(scores.best(n)).as("seed %d", seed).isEqualTo(sorted);
  }

  @Test
  void notANumber_isRefused() {
    Scores scores = new Scores(Candidates.of(8));
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scores.set(0, value))
          .withMessage(
              "score of artwork 8 is %s, expected a finite number; leave it unset where there is none",
              value);
    }
  }

  @Test
  void contributions_areLargestFirstAndNoneForTheUnscored() {
    Contribution small = new Contribution("s", new Cause.Chance(), -1);
    Contribution large = new Contribution("s", new Cause.Rank(1), 2);
    Scores scores = new Scores(Candidates.all(2)).explainedBy(p -> List.of(small, large));
    scores.set(1, 1);
    assertThat(scores.contributions(1)).containsExactly(large, small);
    assertThat(scores.contributions(0)).isEmpty();
  }

  @Test
  void candidates_mustAscend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Candidates.of(1, 4, 4))
        .withMessage("candidate 4 follows 4; expected ascending");
    assertThat(Candidates.all(3).isAll()).isTrue();
    assertThat(Candidates.of(0, 1, 2).isAll()).isFalse();
  }

  @Test
  void contributions_comeLargestFirst_equalOnesAsGiven() {
    SplittableRandom random = new SplittableRandom(5);
    for (int count : new int[] {0, 1, 2, 7, 200}) {
      List<Contribution> given = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double amount = (random.nextInt(9) - 4) / 4.0;
        given.add(new Contribution("part " + i, new Cause.Offset("any"), amount));
      }
      Scores scores = new Scores(Candidates.all(1)).explainedBy(position -> given);
      scores.set(0, 1);

      assertThat(scores.contributions(0))
          .containsExactlyElementsOf(
              given.stream()
                  .sorted(Comparator.comparingDouble(Contribution::amount).reversed())
                  .toList());
    }
  }
}
