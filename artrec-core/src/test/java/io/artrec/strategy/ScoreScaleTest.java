package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreScaleTest {
  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final double NONE = Double.NaN;

  private static Scores scores(double... values) {
    return new FixedScores("fixed", values)
        .train(Gallery.context(values.length))
        .score(Gallery.visitor(), Candidates.all(values.length));
  }

  private static double[] scaled(ScoreScale scale, double... values) {
    ScoreScale.Scaled scaled = scale.apply(scores(values));
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      assertThat(scaled.isScored(i)).isEqualTo(!Double.isNaN(values[i]));
      out[i] = scaled.value(i);
    }
    return out;
  }

  @Test
  void minMax_runsFromZeroToOneOverTheScored() {
    assertThat(scaled(ScoreScale.MIN_MAX, 2, NONE, 4, 3)).containsExactly(0, 0, 1, 0.5);
    assertThat(scaled(ScoreScale.MIN_MAX, -7, -8)).containsExactly(1, 0);
  }

  @Test
  void minMaxFarFromZero_endsExactlyAtItsEnds() {
    double[] scaled = scaled(ScoreScale.MIN_MAX, 1e4 + 0.1, 1e4 + 0.3, 1e4 + 0.2);
    assertThat(scaled[0]).isZero();
    assertThat(scaled[1]).isCloseTo(1, ROUNDING);
  }

  @Test
  void zScore_hasMeanZeroAndDeviationOne() {
    double step = Math.sqrt(1.5);
    assertThat(scaled(ScoreScale.Z_SCORE, 1, 2, NONE, 3))
        .containsExactly(new double[] {-step, 0, 0, step}, ROUNDING);
  }

  @Test
  void rank_fallsEvenlyAndBreaksTiesByIndex() {
    assertThat(scaled(ScoreScale.RANK, 5, 7, NONE, 7))
        .containsExactly(new double[] {1 / 3.0, 1, 0, 2 / 3.0}, ROUNDING);
  }

  @Test
  void identity_changesNothing() {
    assertThat(scaled(ScoreScale.IDENTITY, 5, NONE, -7)).containsExactly(5, 0, -7);
  }

  @Test
  void equalScores_getTheStatedValue() {
    assertThat(scaled(ScoreScale.MIN_MAX, 0.1, 0.1, 0.1, NONE)).containsExactly(1, 1, 1, 0);
    assertThat(scaled(ScoreScale.Z_SCORE, 0.1, 0.1, 0.1)).containsExactly(0, 0, 0);
    assertThat(scaled(ScoreScale.MIN_MAX, 3)).containsExactly(1);
    assertThat(scaled(ScoreScale.Z_SCORE, 3)).containsExactly(0);
  }

  @Test
  void scoresThatDifferByRounding_countAsEqual() {
    assertThat(scaled(ScoreScale.MIN_MAX, 0.70710678, 0.70710677, NONE)).containsExactly(1, 1, 0);
    assertThat(scaled(ScoreScale.Z_SCORE, 0.70710678, 0.70710677)).containsExactly(0, 0);
    assertThat(scaled(ScoreScale.MIN_MAX, 0, 1e-12)).containsExactly(0, 1);
  }

  @Test
  void noScores_stayNone() {
    for (ScoreScale scale : EnumSet.complementOf(EnumSet.of(ScoreScale.TRAINED))) {
      assertThat(scaled(scale, NONE, NONE)).containsExactly(0, 0);
    }
  }

  @ParameterizedTest
  @EnumSource(value = ScoreScale.class, mode = EnumSource.Mode.EXCLUDE, names = "TRAINED")
  void contributions_addUpToTheWeightedValue(ScoreScale scale) {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = random.doubles(50, -3, 5).toArray();
    values[7] = NONE;
    values[8] = values[9];
    ScoreScale.Scaled scaled = scale.apply(scores(values));
    for (int i = 0; i < values.length; i++) {
      double sum =
          scaled.contributions(i, 0.3, "fixed").stream().mapToDouble(Contribution::amount).sum();
      assertThat(sum).isCloseTo(0.3 * scaled.value(i), ROUNDING);
    }
    assertThat(ScoreScale.ofCode(scale.code())).isEqualTo(scale);
  }

  @Test
  void offset_isACauseOfItsOwn() {
    ScoreScale.Scaled scaled = ScoreScale.MIN_MAX.apply(scores(2, 4));
    assertThat(scaled.contributions(1, 1, "fixed"))
        .containsExactly(
            new Contribution("fixed", new Cause.FeatureMatch("fixed"), 2),
            new Contribution("fixed", new Cause.Offset("scale"), -1));
  }

  @Test
  void contributionsThatMissByRounding_stillAddUpWhenStretched() {
    Scores scores = new Scores(Candidates.all(2));
    scores.set(0, 1);
    scores.set(1, 1.00001);
    scores.explainedBy(
        p -> List.of(new Contribution("f", new Cause.FeatureMatch("f"), scores.value(p) + 5e-7)));
    ScoreScale.Scaled scaled = ScoreScale.MIN_MAX.apply(scores);
    for (int p = 0; p < 2; p++) {
      double sum = scaled.contributions(p, 1, "f").stream().mapToDouble(Contribution::amount).sum();
      assertThat(sum).isCloseTo(scaled.value(p), ROUNDING);
    }
  }

  @Test
  void whatARankIsWorth_goesToTheRankWhenNothingSpeaksForTheWork() {
    Scores scores = scores(-5, -3, -4);
    assertThat(ScoreScale.shared(scores, 2, 0.8, "fixed"))
        .containsExactly(new Contribution("fixed", new Cause.Rank(2), 0.8));
    assertThat(ScoreScale.shared(scores(1, 3), 0, 0.8, "fixed"))
        .containsExactly(new Contribution("fixed", new Cause.FeatureMatch("fixed"), 0.8));
  }
}
