package io.artrec.cf.pairwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.cf.data.internal.SparseVector;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks, against the definition in doubles without grid and panel. */
class PairwiseFoldInTest {
  private static final int WORKS = 400;
  private static final int FACTORS = 6;
  private static final double LAMBDA = 0.05;

  private final float[][] rows = new float[WORKS][FACTORS];
  private final float[] biases = new float[WORKS];
  private final int[] popularity = new int[WORKS];
  private SparseVector known = new SparseVector(new int[0], new float[0]);

  private void draw(long seed, int history) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int work = 0; work < WORKS; work++) {
      biases[work] = (float) (0.5 * random.nextGaussian());
      popularity[work] = 1 + random.nextInt(20);
      for (int d = 0; d < FACTORS; d++) {
        rows[work][d] = (float) (0.7 * random.nextGaussian());
      }
    }
    int[] works = random.ints(0, WORKS).distinct().limit(history).sorted().toArray();
    float[] weights = new float[history];
    for (int k = 0; k < history; k++) {
      weights[k] = (float) ((k % 4 == 3 ? -1 : 1) * (0.2 + 2 * random.nextDouble()));
    }
    known = new SparseVector(works, weights);
  }

  private double score(double[] x, int work) {
    double sum = biases[work];
    for (int d = 0; d < FACTORS; d++) {
      sum += x[d] * rows[work][d];
    }
    return sum;
  }

  /** The part of a known work, projected on a vector: {@code w Σ_j c_j z (q_i − q_j)·target}. */
  private double part(double[] x, int k, float[] target, Negatives negatives) {
    double chances = 0;
    double sum = 0;
    int own = known.indices()[k];
    float weight = known.values()[k];
    for (int j = 0; j < WORKS; j++) {
      if (!known.contains(j)) {
        double chance = negatives.share(popularity[j]);
        double better = weight > 0 ? score(x, own) - score(x, j) : score(x, j) - score(x, own);
        double product = 0;
        for (int d = 0; d < FACTORS; d++) {
          product += ((double) rows[own][d] - rows[j][d]) * target[d];
        }
        sum += chance / (1 + Math.exp(better)) * product;
        chances += chance;
      }
    }
    return weight * sum / chances;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 20, 120})
  void logisticSolution_isWhereStepsCancelOut(int history) {
    for (Negatives negatives : Negatives.values()) {
      draw(history, history);
      PairwiseFoldIn foldIn =
          new PairwiseFoldIn(
              rows,
              biases,
              LAMBDA,
              PairwiseLoss.logistic(),
              NegativePanel.of(rows, biases, popularity, negatives));
      PairwiseFoldIn.Visitor visitor = foldIn.solve(known);
      double[] x = new double[FACTORS];
      for (int d = 0; d < FACTORS; d++) {
        x[d] = visitor.factors()[d];
      }
      double first = 0;
      double last = 0;
      for (int d = 0; d < FACTORS; d++) {
        float[] unit = new float[FACTORS];
        unit[d] = 1;
        double atZero = 0;
        double atSolution = LAMBDA * x[d] * history;
        for (int k = 0; k < history; k++) {
          atZero -= part(new double[FACTORS], k, unit, negatives);
          atSolution -= part(x, k, unit, negatives);
        }
        first += atZero * atZero;
        last += atSolution * atSolution;
      }
      assertThat(Math.sqrt(last / first)).as("%s, %d", negatives, history).isLessThan(0.01);
      assertParts(visitor, x, negatives);
    }
  }

  private void assertParts(PairwiseFoldIn.Visitor visitor, double[] x, Negatives negatives) {
    for (int target : new int[] {0, 17, 399}) {
      double[] parts = visitor.parts(target);
      double sum = 0;
      for (int k = 0; k < parts.length; k++) {
        double expected = part(x, k, rows[target], negatives) / (LAMBDA * parts.length);
        assertThat(parts[k]).isEqualTo(expected, within(0.02 * (1 + Math.abs(expected))));
        sum += parts[k];
      }
      assertThat(sum).isEqualTo(score(x, target) - biases[target], within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20, 120})
  void solutionByRank_putsLikedBeforeDislikedWorks(int history) {
    draw(history, history);
    PairwiseFoldIn foldIn =
        new PairwiseFoldIn(
            rows,
            biases,
            LAMBDA,
            PairwiseLoss.byRank(50, WORKS),
            NegativePanel.of(rows, biases, popularity, Negatives.UNIFORM));
    PairwiseFoldIn.Visitor visitor = foldIn.solve(known);
    double agreement = 0;
    double[] x = new double[FACTORS];
    for (int d = 0; d < FACTORS; d++) {
      x[d] = visitor.factors()[d];
      assertThat(x[d]).isFinite();
    }
    for (int k = 0; k < history; k++) {
      int work = known.indices()[k];
      agreement += known.values()[k] * (score(x, work) - biases[work]);
    }
    assertThat(agreement).isPositive();
    double sum = 0;
    for (double part : visitor.parts(3)) {
      sum += part;
    }
    assertThat(sum).isEqualTo(score(x, 3) - biases[3], within(1e-9));
  }
}
