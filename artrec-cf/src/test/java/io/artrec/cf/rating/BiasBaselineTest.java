package io.artrec.cf.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.Feedback;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scores;
import java.util.List;
import org.junit.jupiter.api.Test;

class BiasBaselineTest {
  private static final Behavior WORLD =
      Behavior.of(4).rates(10, 1, 4).rates(12, 1, 3).rates(10, 2, 5).rates(13, 3, 2);

  private static Scores scores(Behavior world, double damping, int user) {
    int works = world.catalog().size();
    return BiasBaseline.damping(damping)
        .train(world.context())
        .score(world.query(user), Candidates.all(works));
  }

  @Test
  void smallWorld_hasThePublishedBiases() {
    double[] works = {0, 0, 0.25, -0.25};
    double[] users = {0.25, -1 / 12.0, -5 / 24.0};
    int[] ids = {10, 12, 13};
    for (int u = 0; u < ids.length; u++) {
      Scores scores = scores(WORLD, 5, ids[u]);
      for (int work = 0; work < works.length; work++) {
        assertThat(scores.value(work)).isEqualTo(3.5 + works[work] + users[u], within(1e-12));
      }
    }
  }

  @Test
  void secondIteration_takesWorksBiasesFromWhatVisitorsLeave() {
    Scores scores =
        BiasBaseline.damping(5)
            .iterations(2)
            .train(WORLD.context())
            .score(WORLD.query(10), Candidates.all(4));
    double[] works = {0, -1 / 42.0, 5 / 24.0, -31 / 144.0};
    double user = (0.5 - works[1] + 1.5 - works[2]) / 7;
    for (int work = 0; work < works.length; work++) {
      assertThat(scores.value(work)).isEqualTo(3.5 + works[work] + user, within(1e-12));
    }
  }

  @Test
  void stranger_getsMeanAndBiasOfTheWork() {
    assertThat(scores(WORLD, 5, 99).value(2)).isEqualTo(3.75, within(1e-12));
  }

  @Test
  void contributions_areTheMeanAndTheBiases() {
    assertThat(scores(WORLD, 5, 10).contributions(3))
        .extracting(Contribution::cause)
        .containsExactly(
            new Cause.Offset("mean rating"),
            new Cause.Offset("bias of the visitor"),
            new Cause.Offset("bias of the work"));
  }

  @Test
  void noDamping_isTheMeanOfResiduals() {
    // work 1: 3.5, work 2: 5, work 3: 2; visitor 10 is 0.5 above on one and 0 on the other
    assertThat(scores(WORLD, 0, 10).value(3)).isEqualTo(2 + 0.25, within(1e-12));
  }

  @Test
  void degenerateWorlds_haveADefinedAnswer() {
    for (Behavior empty : List.of(Behavior.of(0), Behavior.of(3), Behavior.of(3).likes(0, 1))) {
      assertThat(scores(empty, 0, 0).scoredCount()).isZero();
    }
    Behavior equal = Behavior.of(3).rates(0, 0, 3).rates(0, 1, 3).rates(1, 1, 3);
    assertThat(Behavior.values(scores(equal, 0, 0))).containsExactly(3, 3, 3);
    Behavior huge = Behavior.of(2).rates(0, 0, -Float.MAX_VALUE).rates(0, 1, Float.MAX_VALUE);
    assertThat(Behavior.values(scores(huge, 0, 0))).containsExactly(-1e6, 1e6);
  }

  @Test
  void wrongHyperParameters_areRefused() {
    assertThatThrownBy(() -> BiasBaseline.damping(-1))
        .hasMessage("damping of bias is -1.0, expected a number of 0 or more");
    assertThatThrownBy(() -> BiasBaseline.damping(1).feedback(Feedback.ANY))
        .hasMessage("feedback of bias is any, expected one of rating, preference");
    assertThatThrownBy(() -> CfStrategies.parse("bias:shrinkage=1"))
        .hasMessage(
            "strategy 'bias' has no parameter 'shrinkage', expected one of damping, iterations, feedback");
  }

  @Test
  void text_comesBack() {
    BiasBaseline strategy = BiasBaseline.damping(2.5).iterations(7).feedback(Feedback.PREFERENCE);
    assertThat(CfStrategies.parse(strategy.toString())).isEqualTo(strategy);
    assertThat(CfStrategies.parse("bias")).isEqualTo(BiasBaseline.damping(5));
  }
}
