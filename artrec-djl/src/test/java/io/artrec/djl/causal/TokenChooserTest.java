package io.artrec.djl.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.InferenceException;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenChooserTest {
  private static final int DRAWS = 20_000;

  private static BitSet all(int size) {
    BitSet all = new BitSet();
    all.set(0, size);
    return all;
  }

  private static int[] drawn(Decoding decoding, float[] logits, BitSet allowed) {
    TokenChooser chooser = new TokenChooser(decoding);
    int[] counts = new int[logits.length];
    for (int i = 0; i < DRAWS; i++) {
      counts[chooser.choose(logits, allowed)]++;
    }
    return counts;
  }

  private static float[] logits(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] logits = new float[size];
    for (int i = 0; i < size; i++) {
      logits[i] = (float) (random.nextDouble() * 6 - 3);
    }
    return logits;
  }

  @Test
  void likeliestTokenIsChosenWithoutTemperature_theLowerOfEqualOnes() {
    float[] logits = {1, 3, 2, 3};
    assertThat(new TokenChooser(Decoding.greedy()).choose(logits, all(4))).isEqualTo(1);
    BitSet some = new BitSet();
    some.set(0);
    some.set(2);
    assertThat(new TokenChooser(Decoding.greedy()).choose(logits, some)).isEqualTo(2);
    assertThat(drawn(Decoding.sampling(1).topK(1), logits, all(4))[1]).isEqualTo(DRAWS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void drawsFollowTheSoftmax_byChiSquare(long seed) {
    float[] logits = logits(seed, 50);
    double temperature = 0.4 + 0.3 * seed;
    int[] counts = drawn(Decoding.sampling(seed).temperature(temperature), logits, all(50));

    ChiSquare statistic = ChiSquare.of(counts, ChiSquare.softmax(logits, temperature), DRAWS);
    assertThat(statistic.degrees()).isGreaterThan(10);
    assertThat(statistic.value()).isLessThan(statistic.limit());
    // Another temperature is told apart.
    assertThat(ChiSquare.of(counts, ChiSquare.softmax(logits, temperature * 1.2), DRAWS).value())
        .isGreaterThan(statistic.limit());
  }

  @Test
  void likeliestFewKeepTheirShares() {
    float[] logits = {0, (float) Math.log(4), (float) Math.log(3), (float) Math.log(2)};
    int[] counts = drawn(Decoding.sampling(1).topK(2), logits, all(4));
    assertThat(counts[0] + counts[3]).isZero();
    assertThat(counts[1] / (double) DRAWS).isCloseTo(4 / 7.0, within(0.015));
  }

  @Test
  void nucleusIsTheFewestThatHoldTheShare() {
    // Shares .4, .3, .2, .1.
    float[] logits = {
      (float) Math.log(1), (float) Math.log(4), (float) Math.log(3), (float) Math.log(2)
    };
    assertThat(drawn(Decoding.sampling(1).topP(0.39), logits, all(4)))
        .containsExactly(0, DRAWS, 0, 0);
    int[] two = drawn(Decoding.sampling(1).topP(0.6), logits, all(4));
    assertThat(two[0] + two[3]).isZero();
    assertThat(two[2]).isPositive();
    int[] three = drawn(Decoding.sampling(1).topP(0.75), logits, all(4));
    assertThat(three[0]).isZero();
    assertThat(three[3] / (double) DRAWS).isCloseTo(2 / 9.0, within(0.015));
    // Of three by topK, 4/9 and 3/9 hold .75 of what is left.
    int[] both = drawn(Decoding.sampling(1).topK(3).topP(0.75), logits, all(4));
    assertThat(both[0] + both[3]).isZero();
  }

  @Test
  void whatIsNotAllowedIsNeverDrawn() {
    BitSet some = new BitSet();
    some.set(3);
    some.set(7);
    for (Decoding decoding :
        new Decoding[] {
          Decoding.sampling(1), Decoding.sampling(1).topP(0.9), Decoding.sampling(1).topK(5)
        }) {
      int[] counts = drawn(decoding, logits(1, 10), some);
      assertThat(counts[3] + counts[7]).isEqualTo(DRAWS);
    }
  }

  @Test
  void logitsThatAreNoNumbersAreRefused() {
    assertThat(TokenChooser.logSum(new float[] {0, 0})).isCloseTo(Math.log(2), within(1e-12));
    assertThatThrownBy(() -> TokenChooser.logSum(new float[] {1, Float.NaN}))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("its weights are damaged");
  }
}
