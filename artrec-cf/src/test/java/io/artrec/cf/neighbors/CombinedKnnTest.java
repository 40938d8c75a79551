package io.artrec.cf.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.neighbors.VectorSimilarity.Measure;
import io.artrec.cf.neighbors.VectorSimilarity.Weighting;
import io.artrec.explain.Contribution;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CombinedKnnTest {
  private static Scores all(Behavior world, Strategy strategy, int user) {
    Candidates works = Candidates.all(world.catalog().size());
    return strategy.train(world.context()).score(world.query(user), works);
  }

  @Test
  void smallWorld_byHand() {
    // u0 {0,1}, u1 {0,1,2}, u2 {1,3}. Alike to u0: u1 2/sqrt 6 = .816, u2 1/2. By visitors w1 has
    // most, 1.316. By works: w2 is alike to w0 by 1/sqrt 2 and to w1 by 1/sqrt 3, most is w2's
    // 1.284; w3 is alike to w1 by 1/sqrt 3.
    Behavior world = Behavior.of(4).likes(0, 0, 1).likes(1, 0, 1, 2).likes(2, 1, 3);
    Scores scores = all(world, CombinedKnn.neighbors(3).alpha(0.25), 0);
    double u1 = 2 / Math.sqrt(6);
    double mostOfWorks = 1 / Math.sqrt(2) + 1 / Math.sqrt(3);
    assertThat(scores.value(2)).isEqualTo(0.25 * u1 / (u1 + 0.5) + 0.75, within(1e-7));
    assertThat(scores.value(3))
        .isEqualTo(0.25 * 0.5 / (u1 + 0.5) + 0.75 / Math.sqrt(3) / mostOfWorks, within(1e-7));
    assertThat(scores.contributions(3))
        .extracting(Contribution::strategy)
        .containsExactly("item-knn", "user-knn");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ends_rankAsTheParts(long seed) {
    Behavior world = Behavior.random(40, 30, 0.2, seed);
    CombinedKnn combined = CombinedKnn.of(UserKnn.neighbors(7), ItemKnn.neighbors(9));
    for (int user = 0; user < 10; user++) {
      assertThat(all(world, combined.alpha(1), user).best(30))
          .isEqualTo(all(world, UserKnn.neighbors(7), user).best(30));
      assertThat(all(world, combined.alpha(0), user).best(30))
          .isEqualTo(all(world, ItemKnn.neighbors(9), user).best(30));
      Scores half = all(world, combined, user);
      for (int position : half.best(30)) {
        assertThat(half.value(position)).isBetween(0.0, 1.0);
        double sum = half.contributions(position).stream().mapToDouble(Contribution::amount).sum();
        assertThat(sum).isEqualTo(half.value(position), within(1e-9));
      }
    }
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.checkerboard(50);
    Scorer scorer = CombinedKnn.neighbors(50).train(board.context());
    for (int user = 0; user < 50; user++) {
      assertThat(board.unseen(scorer, user, 1)).as("%d", user).containsExactly(user);
    }
  }

  @Test
  void degenerateWorlds_train() {
    for (Behavior world :
        List.of(
            Behavior.of(0),
            Behavior.of(1).likes(0, 0),
            Behavior.of(3),
            Behavior.of(3).likes(0, 0, 1, 2),
            Behavior.of(2).event(0, 0, InteractionKind.DISLIKE),
            Behavior.of(2).rates(0, 0, 3).rates(0, 1, 3),
            Behavior.of(3).rates(0, 0, -Float.MAX_VALUE).rates(1, 0, 1).rates(1, 1, 5))) {
      for (double alpha : new double[] {0, 0.5, 1}) {
        Scores scores = all(world, CombinedKnn.neighbors(1000).alpha(alpha), 0);
        for (int position : scores.best(3)) {
          assertThat(scores.value(position)).isBetween(-1.0, 1.0);
        }
      }
    }
  }

  @Test
  void wrongHyperParameters_areRefused() {
    assertThatThrownBy(() -> CombinedKnn.neighbors(2).alpha(1.5))
        .hasMessage("alpha of combined-knn is 1.5, expected a share of 0 to 1");
    assertThatThrownBy(() -> CombinedKnn.neighbors(2).alpha(Double.NaN))
        .hasMessageContaining("alpha of combined-knn is NaN");
    assertThatThrownBy(
            () -> CombinedKnn.of(UserKnn.neighbors(2), ItemKnn.neighbors(2).feedback(Feedback.ANY)))
        .hasMessage("feedback of combined-knn is any, expected one of preference");
    assertThatThrownBy(() -> CfStrategies.parse("combined-knn:userNeighbors=0"))
        .hasMessage("neighbors of user-knn is 0, expected 1 or more");
    assertThatThrownBy(() -> CfStrategies.parse("combined-knn:beta=1"))
        .hasMessageContaining("has no parameter 'beta'");
  }

  @Test
  void text_comesBack() {
    CombinedKnn combined =
        CombinedKnn.of(
                UserKnn.neighbors(7)
                    .similarity(VectorSimilarity.of(Measure.TVERSKY).weights(0.2, 0.7)),
                ItemKnn.neighbors(9)
                    .similarity(VectorSimilarity.cosine().weighting(Weighting.TF_IDF).shrinkage(3)))
            .alpha(0.3)
            .feedback(Feedback.ANY);
    assertThat(CfStrategies.parse(combined.toString())).isEqualTo(combined);
  }

  @Test
  void unprefixedText_isForBothParts() {
    assertThat(
            CfStrategies.parse(
                "combined-knn:neighbors=9,userNeighbors=7,similarity=jaccard,feedback=any"))
        .isEqualTo(
            CombinedKnn.of(
                    UserKnn.neighbors(7).similarity(VectorSimilarity.of(Measure.JACCARD)),
                    ItemKnn.neighbors(9).similarity(VectorSimilarity.of(Measure.JACCARD)))
                .feedback(Feedback.ANY));
  }
}
