package io.artrec.cf.pairwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.cf.Behavior;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors are known to know, and which works they are compared with. */
class NegativesTest {
  /** Work {@code i} of 200 is liked by each visitor with chance 0.9 / (1 + i / 10). */
  private static SparseMatrix skewed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Behavior behavior = Behavior.of(210);
    for (int user = 0; user < 150; user++) {
      for (int work = 0; work < 200; work++) {
        if (random.nextDouble() < 0.9 / (1 + work / 10.0)) {
          behavior.likes(user, work);
        }
      }
    }
    return FeedbackEntries.matrix(Feedback.POSITIVE, behavior.context());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void entries_areFound_othersAreNot(long seed) {
    SparseMatrix matrix = skewed(seed);
    PairwiseEvents events = new PairwiseEvents(matrix);
    for (int user = 0; user < matrix.rows(); user++) {
      for (int work = 0; work < matrix.columns(); work++) {
        float expected = matrix.row(user).contains(work) ? 1 : 0;
        assertThat(events.weight(user, work)).as("%d, %d", user, work).isEqualTo(expected);
      }
    }
  }

  @Test
  void weights_areRelativeToTheMean_atMostFive() {
    SparseMatrix matrix =
        new SparseMatrix(3, new int[] {0, 3}, new int[] {0, 1, 2}, new float[] {1, -2, 3});
    PairwiseEvents events = new PairwiseEvents(matrix);
    assertThat(events.scale()).isEqualTo(2);
    assertThat(events.matrix().values()).containsExactly(0.5f, -1, 1.5f);
    assertThat(PairwiseEvents.weight(1e6f, 2)).isEqualTo(5);
    assertThat(PairwiseEvents.weight(-1e6f, 2)).isEqualTo(-5);
  }

  @ParameterizedTest
  @EnumSource(Negatives.class)
  void draws_haveTheirChances(Negatives negatives) {
    PairwiseEvents events = new PairwiseEvents(skewed(7));
    WorkGroups groups = new WorkGroups(events, negatives);
    assertThat(groups.count()).isEqualTo(3);
    int[] drawn = new int[210];
    int deals = 2000;
    int each = 50;
    for (int deal = 0; deal < deals; deal++) {
      groups.deal(FastRandom.of(11, deal));
      FastRandom random = FastRandom.of(12, deal);
      for (int k = 0; k < each * groups.count(); k++) {
        int work = groups.draw(k % groups.count(), random);
        assertThat(groups.groupOf(work)).isEqualTo(k % groups.count());
        drawn[work]++;
      }
    }
    double sum = 0;
    for (int work = 0; work < drawn.length; work++) {
      sum += negatives.share(events.popularity()[work]);
    }
    double square = 0;
    int works = 0;
    for (int work = 0; work < drawn.length; work++) {
      double share = negatives.share(events.popularity()[work]) / sum;
      double expected = share * deals * each * groups.count();
      if (share == 0) {
        assertThat(drawn[work]).isZero();
      } else {
        square += (drawn[work] - expected) * (drawn[work] - expected) / expected;
        works++;
      }
    }
    // beyond 1 + 4.5 sqrt(2 / works) times the degrees of freedom once in 100,000; groups that
    // differ in their popularity a little add to it
    assertThat(square / (works - 1)).isLessThan(1 + 4.5 * Math.sqrt(2.0 / works) + 0.2);
  }

  @Test
  void oneGroup_isExactByChiSquare() {
    Behavior behavior = Behavior.of(6);
    for (int user = 0; user < 16; user++) {
      behavior.likes(
          user, user == 0 ? new int[] {0, 1, 2} : user < 4 ? new int[] {0, 1} : new int[] {0});
    }
    PairwiseEvents events =
        new PairwiseEvents(FeedbackEntries.matrix(Feedback.POSITIVE, behavior.context()));
    WorkGroups groups = new WorkGroups(events, Negatives.POPULARITY);
    groups.deal(FastRandom.of(1));
    FastRandom random = FastRandom.of(2);
    int[] drawn = new int[6];
    for (int k = 0; k < 70_000; k++) {
      drawn[groups.draw(0, random)]++;
    }
    // 16, 4 and 1 likes: 4 : 2 : 1
    double[] expected = {40_000, 20_000, 10_000};
    double square = 0;
    for (int work = 0; work < 3; work++) {
      square += Math.pow(drawn[work] - expected[work], 2) / expected[work];
    }
    assertThat(square).as("2 degrees of freedom, 1 in 100,000").isLessThan(23);
    assertThat(drawn[3] + drawn[4] + drawn[5]).isZero();
  }

  @Test
  void deals_holdEveryWorkOnce_andPopularOnesEvenly() {
    PairwiseEvents events = new PairwiseEvents(skewed(7));
    WorkGroups groups = new WorkGroups(events, Negatives.UNIFORM);
    for (int deal = 0; deal < 20; deal++) {
      groups.deal(FastRandom.of(5, deal));
      int[] sizes = new int[3];
      for (int work = 0; work < 200; work++) {
        if (events.popularity()[work] > 0) {
          sizes[groups.groupOf(work)]++;
        }
      }
      assertThat(sizes[0] + sizes[1] + sizes[2]).isEqualTo(groups.works());
      assertThat(sizes[0] - sizes[2]).isBetween(0, 1);
    }
  }

  @Test
  void panel_standsForTheWholeCatalogue() {
    SplittableRandom random = new SplittableRandom(4);
    int works = 10_000;
    float[][] rows = new float[works][1];
    float[] biases = new float[works];
    int[] popularity = new int[works];
    double sum = 0;
    double mean = 0;
    for (int work = 0; work < works; work++) {
      rows[work][0] = (float) random.nextGaussian();
      biases[work] = (float) random.nextGaussian();
      popularity[work] = random.nextInt(30);
      double share = Math.sqrt(popularity[work]);
      sum += share;
      mean += share * Math.exp(biases[work] + rows[work][0]);
    }
    NegativePanel panel = NegativePanel.of(rows, biases, popularity, Negatives.POPULARITY);
    assertThat(panel.works()).hasSize(2048).doesNotHaveDuplicates();
    double chances = 0;
    double estimated = 0;
    for (int k = 0; k < 2048; k++) {
      int work = panel.works()[k];
      assertThat(popularity[work]).isPositive();
      chances += panel.chances()[k];
      estimated += panel.chances()[k] * Math.exp(biases[work] + rows[work][0]);
    }
    assertThat(chances).isEqualTo(1, within(1e-5));
    assertThat(estimated).isEqualTo(mean / sum, within(0.02 * mean / sum));
  }

  @Test
  void sigmoid_isCloseEverywhere() {
    for (double x = -20; x <= 20; x += 0.001) {
      assertThat((double) Sigmoid.of((float) x)).isEqualTo(1 / (1 + Math.exp(-x)), within(2e-5));
    }
    assertThat(Sigmoid.of(Float.NEGATIVE_INFINITY)).isBetween(0f, 2e-7f);
    assertThat(Sigmoid.of(Float.POSITIVE_INFINITY)).isBetween(1 - 2e-7f, 1f);
    assertThat(Sigmoid.of(Float.NaN)).isNaN();
  }
}
