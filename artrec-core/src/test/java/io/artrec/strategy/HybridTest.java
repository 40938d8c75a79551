package io.artrec.strategy;

import static io.artrec.strategy.Gallery.blended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import java.util.BitSet;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HybridTest {
  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final double NONE = Double.NaN;

  private static FixedScores a(double... values) {
    return new FixedScores("a", values);
  }

  private static FixedScores b(double... values) {
    return new FixedScores("b", values);
  }

  @Test
  void weighted_addsScaledScores() {
    WeightedHybrid blend = Hybrid.weighted().add(3, a(1, 3, 2)).add(1, b(10, NONE, 20));
    assertThat(blended(blend, 3)).containsExactly(new double[] {0, 0.75, 0.625}, ROUNDING);
  }

  @Test
  void weighted_saysHowMuchComesFromEachPart() {
    Scores scores =
        Hybrid.weighted()
            .add(3, a(1, 3, 2))
            .add(1, b(10, NONE, 20))
            .train(Gallery.context(3))
            .score(Gallery.visitor(), Candidates.all(3));
    assertThat(scores.contributions(2))
        .containsExactly(
            new Contribution("a", new Cause.FeatureMatch("a"), 0.75),
            new Contribution("b", new Cause.FeatureMatch("b"), 0.5),
            new Contribution("b", new Cause.Offset("scale"), -0.25),
            new Contribution("a", new Cause.Offset("scale"), -0.375));
  }

  @Test
  void scoresThatDoNotDiffer_keepTheirReasons() {
    Scores scores =
        Hybrid.weighted()
            .add(1, a(NONE, 2, 2))
            .train(Gallery.context(3))
            .score(Gallery.visitor(), Candidates.all(3));

    assertThat(scores.value(1)).isEqualTo(1);
    assertThat(scores.contributions(1))
        .containsExactly(new Contribution("a", new Cause.FeatureMatch("a"), 1));
  }

  @Test
  void weightedOfRatings_predictsTheirMean_ofThePartsThatPredictOne() {
    WeightedHybrid blend =
        Hybrid.weighted()
            .add(3, a(4, 2, NONE, NONE).asRatings())
            .add(1, b(2, NONE, 5, NONE).asRatings());
    Scores scores = blend.train(Gallery.context(4)).score(Gallery.visitor(), Candidates.all(4));

    assertThat(blend.capabilities()).containsExactly(Capability.PREDICTS_RATINGS);
    assertThat(scores.value(0)).isCloseTo(3.5, ROUNDING);
    assertThat(scores.value(1)).isCloseTo(2, ROUNDING);
    assertThat(scores.value(2)).isCloseTo(5, ROUNDING);
    assertThat(scores.isScored(3)).isFalse();
    for (int position = 0; position < 3; position++) {
      assertThat(scores.contributions(position).stream().mapToDouble(Contribution::amount).sum())
          .isCloseTo(scores.value(position), ROUNDING);
    }
  }

  @Test
  void weightedOnATrainedScale_scoresWorksAlone() {
    WeightedHybrid blend =
        Hybrid.weighted()
            .scale(ScoreScale.TRAINED)
            .add(3, a(10, 30, NONE, 20, 15))
            .add(1, b(NONE, -1, 1, 0, NONE));
    TrainingContext context =
        TrainingContext.of(
            Dataset.of(
                Gallery.works(5), Interactions.of(List.of(Interaction.favorite("ann", "w0")))),
            FeatureStore.empty(5));
    Scorer scorer = blend.train(context);
    Scores all = scorer.score(Gallery.visitor(), Candidates.all(5));

    assertThat(scorer.isRelative()).isFalse();
    assertThat(all.value(0)).isCloseTo(0, ROUNDING);
    assertThat(all.value(1)).isCloseTo(0.75, ROUNDING);
    assertThat(all.value(2)).isCloseTo(0.25, ROUNDING);
    assertThat(all.value(3)).isCloseTo(0.75 * 0.5 + 0.25 * 0.5, ROUNDING);
    assertThat(all.value(4)).isCloseTo(0.75 * 0.25, ROUNDING);
    for (int artwork = 0; artwork < 5; artwork++) {
      Scores alone = scorer.score(Gallery.visitor(), Candidates.of(artwork));
      assertThat(alone.get(0)).isEqualTo(all.get(artwork));
      assertThat(alone.contributions(0).stream().mapToDouble(Contribution::amount).sum())
          .isCloseTo(all.value(artwork), ROUNDING);
    }
  }

  @Test
  void aTrainedScale_ofNobody_leavesScoresAsTheyAre() {
    Scorer scorer =
        Hybrid.weighted().scale(ScoreScale.TRAINED).add(1, a(4, 2)).train(Gallery.context(2));

    assertThat(Gallery.scores(scorer, Gallery.visitor(), 2)).containsExactly(4, 2);
  }

  @Test
  void blends_predictRatings_whenAllPartsDo_andTheyAreKept() {
    FixedScores ratings = a(4, 2).asRatings();

    assertThat(Hybrid.weighted().add(1, ratings).add(1, b(1, 2)).capabilities()).isEmpty();
    assertThat(Hybrid.weighted().scale(ScoreScale.RANK).add(1, ratings).capabilities()).isEmpty();
    assertThat(Hybrid.mixed().add(1, ratings).capabilities()).isEmpty();
    assertThat(Hybrid.weighted().capabilities()).isEmpty();
    assertThat(Hybrid.switching(ratings).fallback(ratings).capabilities())
        .containsExactly(Capability.PREDICTS_RATINGS);
    assertThat(Hybrid.switching(ratings).fallback(b(1, 2)).capabilities()).isEmpty();
  }

  @Test
  void weighted_leavesOutAPartThatScoresNothing() {
    WeightedHybrid blend = Hybrid.weighted().add(3, a(1, 3, 2)).add(7, b(NONE, NONE, NONE));
    assertThat(blended(blend, 3)).containsExactly(new double[] {0, 1, 0.5}, ROUNDING);
    assertThat(blended(Hybrid.weighted().add(1, b(NONE, NONE)), 2)).containsOnly(NONE);
  }

  @Test
  void weighted_leavesUnscoredWhatNoPartScores() {
    WeightedHybrid blend = Hybrid.weighted().add(1, a(1, NONE, 2)).add(1, b(NONE, NONE, 5));
    assertThat(blended(blend, 3)).containsExactly(new double[] {0, NONE, 1}, ROUNDING);
  }

  @Test
  void weightedOnAnotherScale_usesIt() {
    WeightedHybrid blend =
        Hybrid.weighted().scale(ScoreScale.IDENTITY).add(1, a(1, 3)).add(3, b(10, -2));
    assertThat(blended(blend, 2)).containsExactly(new double[] {31 / 4.0, -3 / 4.0}, ROUNDING);
  }

  @Test
  void fusion_addsReciprocalRanks() {
    RankFusion fusion =
        Hybrid.reciprocalRankFusion().add(a(2, 1, 3, NONE)).add(b(0.9, NONE, 0.1, NONE));
    assertThat(blended(fusion, 4))
        .containsExactly(
            new double[] {1 / 62.0 + 1 / 61.0, 1 / 63.0, 1 / 61.0 + 1 / 62.0, NONE}, ROUNDING);
  }

  @Test
  void fusion_takesAnotherConstantAndWeights() {
    RankFusion fusion = Hybrid.reciprocalRankFusion().k(0).add(2, a(5, 5)).add(0.5, b(1, 2));
    assertThat(blended(fusion, 2)).containsExactly(new double[] {2 + 0.25, 1 + 0.5}, ROUNDING);
  }

  @Test
  void cascade_ordersInBandsAndWithinThem() {
    CascadeHybrid cascade =
        Hybrid.cascade(a(0, 0.4, 0.6, 1, NONE)).refine(b(5, 1, 2, 9, 9)).bands(2);
    assertThat(blended(cascade, 5))
        .containsExactly(new double[] {0.25, 0, 0.5625, 1, NONE}, within(1e-8));
  }

  @Test
  void cascadeOfThree_letsNoStageOvertakeAnEarlierOne() {
    CascadeHybrid cascade =
        Hybrid.cascade(a(0, 0, 0, 1)).refine(b(0, 1, 1, 0)).refine(a(9, 1, 2, 0)).bands(3);
    double[] scores = blended(cascade, 4);
    // bands 0, 0, 0, 2; then 0, 2, 2, 0; then 1, 1/9, 2/9, 0 of a ninth
    assertThat(scores)
        .containsExactly(
            new double[] {1 / 9.0, 2 / 9.0 + 1 / 81.0, 2 / 9.0 + 2 / 81.0, 2 / 3.0}, within(1e-8));
  }

  @Test
  void cascade_keepsTheTopOfABandBelowTheNext() {
    CascadeHybrid cascade = Hybrid.cascade(a(0.49, 0.5, 0, 1)).refine(b(1, 0, 0, 0)).bands(2);
    double[] scores = blended(cascade, 4);
    assertThat(scores[0]).isLessThan(scores[1]);
  }

  @Test
  void switching_takesTheFirstThatScoresEnough() {
    SwitchingHybrid chain =
        Hybrid.switching(a(NONE, 7, NONE)).fallback(b(1, NONE, 2)).fallback(a(1, 2, 3));
    assertThat(blended(chain, 3)).containsExactly(NONE, 7, NONE);
    assertThat(blended(chain.enough(2), 3)).containsExactly(1, NONE, 2);
    assertThat(blended(chain.enough(100), 3)).containsExactly(1, 2, 3);
  }

  @Test
  void switchingWithoutEnough_takesTheOneThatScoresMost() {
    SwitchingHybrid chain = Hybrid.switching(a(NONE, 7, NONE)).fallback(b(1, NONE, 2)).enough(3);
    assertThat(blended(chain, 3)).containsExactly(1, NONE, 2);
  }

  @Test
  void mixed_interleaves() {
    // a: w0 w1 w2 w3; b: w3 w0 w1
    MixedHybrid mixed = Hybrid.mixed().add(a(9, 8, 7, 6)).add(b(3, 2, NONE, 4));
    assertThat(blended(mixed, 4)).containsExactly(1, 0.5, 0.25, 0.75);
  }

  @Test
  void mixed_sharesPlacesByWeight() {
    // a: w0 to w5; b: w5 to w0; places: a b a a b a
    MixedHybrid mixed = Hybrid.mixed().add(2, a(6, 5, 4, 3, 2, 1)).add(b(1, 2, 3, 4, 5, 6));
    Scores scores = mixed.train(Gallery.context(6)).score(Gallery.visitor(), Candidates.all(6));
    assertThat(scores.best(6)).containsExactly(0, 5, 1, 2, 4, 3);
    assertThat(scores.contributions(4)).extracting(Contribution::strategy).containsExactly("b");
  }

  @Test
  void blends_saySoThatScoresAreRelative() {
    for (Strategy blend :
        List.of(
            Hybrid.weighted().add(1, a(1, 2)),
            Hybrid.switching(a(1, 2)),
            Hybrid.reciprocalRankFusion().add(a(1, 2)),
            Hybrid.cascade(a(1, 2)),
            Hybrid.mixed().add(a(1, 2)))) {
      assertThat(blend.train(Gallery.context(2)).isRelative()).isTrue();
    }
  }

  private static BitSet works(int from, int to) {
    BitSet works = new BitSet();
    works.set(from, to);
    return works;
  }

  @Test
  void propose_isTheUnionOfTheParts() {
    Scorer scorer =
        Hybrid.weighted().add(1, a(1, 2, 3, 4)).add(1, b(4, 3, 2, 1)).train(Gallery.context(4));
    Candidates proposed = scorer.propose(Gallery.visitor(), 4, works(0, 4), 1);
    assertThat(proposed.size()).isEqualTo(2);
    assertThat(proposed.artwork(0)).isEqualTo(0);
    assertThat(proposed.artwork(1)).isEqualTo(3);
    Candidates middle = scorer.propose(Gallery.visitor(), 4, works(1, 3), 1);
    assertThat(middle.artwork(0)).isEqualTo(1);
    assertThat(middle.artwork(1)).isEqualTo(2);
  }

  @Test
  void badSettings_areRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hybrid.weighted().add(0, a(1)))
        .withMessage("weight of strategy 'a' is 0.0, expected above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hybrid.mixed().add(Double.NaN, a(1)))
        .withMessage("weight of strategy 'a' is NaN, expected above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hybrid.reciprocalRankFusion().k(-1))
        .withMessage("k is -1.0, expected 0 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hybrid.cascade(a(1)).bands(0))
        .withMessage("bands is 0, expected 1 to 1,000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hybrid.switching(a(1)).enough(0))
        .withMessage("enough is 0, expected 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hybrid.weighted().train(Gallery.context(1)))
        .withMessage("blend 'weighted' has no strategies; add at least one");
  }
}
