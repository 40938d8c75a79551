package io.artrec.djl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateDecayTest {
  private static double[] rates(RateDecay decay, double warmUp) {
    TrainingOptions options =
        TrainingOptions.standard().learningRate(0.8).warmUp(warmUp).decay(decay);
    return IntStream.rangeClosed(1, 6).mapToDouble(step -> options.learningRate(step, 6)).toArray();
  }

  @Test
  void ratesByHand_afterTwoOfSixStepsOfWarmingUp() {
    double third = 1.0 / 3;
    assertThat(rates(RateDecay.CONSTANT, third)).containsExactly(0.4, 0.8, 0.8, 0.8, 0.8, 0.8);
    assertThat(rates(RateDecay.LINEAR, third))
        .containsExactly(new double[] {0.4, 0.8, 0.8, 0.6, 0.4, 0.2}, within(1e-15));
    // cos 45° is √½, cos 90° 0.
    double slow = 0.4 * (1 + Math.sqrt(0.5));
    assertThat(rates(RateDecay.COSINE, third))
        .containsExactly(new double[] {0.4, 0.8, 0.8, slow, 0.4, 0.8 - slow}, within(1e-15));
    // The square root of a hundredth is a tenth.
    double root = Math.sqrt(0.1);
    assertThat(rates(RateDecay.EXPONENTIAL, third))
        .containsExactly(
            new double[] {0.4, 0.8, 0.8, 0.8 * root, 0.08, 0.08 * root}, within(1e-15));
  }

  @Test
  void withoutWarmUp_theFirstStepIsTheLargest() {
    assertThat(rates(RateDecay.LINEAR, 0)[0]).isEqualTo(0.8);
    assertThat(rates(RateDecay.LINEAR, 0)[5]).isEqualTo(0.8 / 6, within(1e-15));
  }
}
