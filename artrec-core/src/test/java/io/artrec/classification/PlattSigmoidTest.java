package io.artrec.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlattSigmoidTest {
  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** scikit-learn 1.2.1, sklearn.calibration._sigmoid_calibration, without and with weights. */
  @Test
  void sigmoid_isThatOfScikitLearn() {
    double[] scores = new double[40];
    boolean[] sides = new boolean[40];
    double[] weights = new double[40];
    for (int k = 0; k < 40; k++) {
      sides[k] = k % 3 == 0;
      scores[k] = Math.sin(k * 0.7) * 3 + (sides[k] ? 0.8 : -0.4);
      weights[k] = sides[k] ? 2 : 1;
    }
    PlattSigmoid plain = PlattSigmoid.fit(scores, sides, ones(40));
    assertThat(plain.slope()).isEqualTo(-0.23336824834177988, within(1e-4));
    assertThat(plain.shift()).isEqualTo(0.7022182895947122, within(1e-4));
    PlattSigmoid weighted = PlattSigmoid.fit(scores, sides, weights);
    assertThat(weighted.slope()).isEqualTo(-0.23975582289551092, within(1e-4));
    assertThat(weighted.shift()).isEqualTo(0.021936424143596527, within(1e-4));
  }

  /** Scores that say nothing: the share of the class, softened, 4/12. */
  @Test
  void scoresAgainstTheirClass_giveItsShare() {
    double[] scores = {5, 4, 3, 2, 1, 0.5, 0.2, 0, -3, -4};
    boolean[] sides = new boolean[10];
    Arrays.fill(sides, 7, 10, true);
    PlattSigmoid sigmoid = PlattSigmoid.fit(scores, sides, ones(10));
    assertThat(sigmoid.slope()).isZero();
    assertThat(sigmoid.probability(100)).isEqualTo(4.0 / 12, within(1e-12));
  }

  @Test
  void oneSideAlone_leavesScoresAsTheyAre() {
    PlattSigmoid sigmoid =
        PlattSigmoid.fit(new double[] {1, 2}, new boolean[] {true, true}, ones(2));
    assertThat(sigmoid).isEqualTo(PlattSigmoid.LOG_ODDS);
    assertThat(sigmoid.probability(Math.log(3))).isEqualTo(0.75, within(1e-12));
  }

  /** Log odds that are five times too sure are made true again. */
  @Test
  void sigmoid_undoesOverconfidence() {
    SplittableRandom random = new SplittableRandom(3);
    double[] scores = new double[20_000];
    boolean[] sides = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      double odds = 4 * random.nextDouble() - 2;
      scores[i] = 5 * odds;
      sides[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds));
    }
    PlattSigmoid sigmoid = PlattSigmoid.fit(scores, sides, ones(scores.length));
    assertThat(sigmoid.slope()).isEqualTo(-0.2, within(0.01));
    assertThat(sigmoid.shift()).isEqualTo(0, within(0.05));
    assertThat(sigmoid.probability(1e6)).isEqualTo(1, within(1e-9));
    assertThat(sigmoid.probability(-1e6)).isEqualTo(0, within(1e-9));
  }
}
