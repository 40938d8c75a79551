package io.artrec.cf.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseMatrixBuilder;
import io.artrec.cf.neighbors.VectorSimilarity.Measure;
import io.artrec.explain.Contribution;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighborsTest {
  @Test
  void userKnn_smallWorldByHand() {
    // u0 {0,1}, u1 {0,1,2}, u2 {1,3}; cosine u0-u1 2/sqrt 6, u0-u2 1/2
    Behavior world = Behavior.of(4).likes(0, 0, 1).likes(1, 0, 1, 2).likes(2, 1, 3);
    Scores scores =
        UserKnn.neighbors(2).train(world.context()).score(world.query(0), Candidates.all(4));
    assertThat(scores.value(2)).isEqualTo(2 / Math.sqrt(6), within(1e-7));
    assertThat(scores.value(3)).isEqualTo(0.5, within(1e-7));
    assertThat(scores.contributions(2))
        .extracting(Contribution::amount)
        .satisfiesExactly(
            a -> assertThat(a).isEqualTo(1 / Math.sqrt(6), within(1e-7)),
            a -> assertThat(a).isEqualTo(1 / Math.sqrt(6), within(1e-7)));
    Scores one =
        UserKnn.neighbors(1).train(world.context()).score(world.query(0), Candidates.all(4));
    assertThat(one.isScored(3)).as("the only neighbour is u1").isFalse();
  }

  @Test
  void itemKnn_smallWorldByHand() {
    Behavior world = Behavior.of(4).likes(0, 0, 1).likes(1, 0, 1, 2).likes(2, 1, 3);
    Scores scores =
        ItemKnn.neighbors(1).train(world.context()).score(world.query(0), Candidates.all(4));
    assertThat(scores.value(2)).as("nearest is w0").isEqualTo(1 / Math.sqrt(2), within(1e-7));
    assertThat(scores.value(3)).as("nearest is w1").isEqualTo(1 / Math.sqrt(3), within(1e-7));
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.checkerboard(50);
    for (Measure measure : Measure.values()) {
      if (measure == Measure.PEARSON || measure == Measure.ADJUSTED_COSINE) {
        continue; // all entries are 1, so nothing is left of them without their mean
      }
      VectorSimilarity similarity = VectorSimilarity.of(measure);
      for (Strategy strategy :
          List.of(
              ItemKnn.neighbors(50).similarity(similarity),
              UserKnn.neighbors(50).similarity(similarity))) {
        Scorer scorer = strategy.train(board.context());
        for (int user = 0; user < 50; user++) {
          assertThat(board.unseen(scorer, user, 1))
              .as("%s, %d", strategy, user)
              .containsExactly(user);
        }
      }
    }
  }

  @Test
  void threads_doNotChangeScores() {
    Behavior world = Behavior.random(90, 70, 0.15, 8);
    for (Strategy strategy : List.of(ItemKnn.neighbors(5), UserKnn.neighbors(5))) {
      Scorer one = strategy.train(world.context(1));
      Scorer four = strategy.train(world.context(4));
      for (int user = 0; user < 20; user++) {
        assertThat(Behavior.values(four.score(world.query(user), Candidates.all(70))))
            .isEqualTo(Behavior.values(one.score(world.query(user), Candidates.all(70))));
      }
    }
  }

  @Test
  void fewOfManyRows_areFoundLikeAll() {
    // more works than a history meets: only those met are looked at
    Behavior world = Behavior.random(30, 400, 0.01, 9).likes(30, 1, 2, 399).likes(31, 2, 399);
    Scorer scorer = ItemKnn.neighbors(10).train(world.context());
    Scores scores = scorer.score(world.query(31), Candidates.all(400));
    assertThat(scores.isScored(1)).isTrue();
    Scorer users = UserKnn.neighbors(10).train(world.context());
    assertThat(users.score(world.query(31), Candidates.all(400)).isScored(1)).isTrue();
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
            Behavior.of(2).likes(0, 0).likes(0, 0))) {
      for (Measure measure : Measure.values()) {
        VectorSimilarity similarity = VectorSimilarity.of(measure);
        for (Strategy strategy :
            List.of(
                ItemKnn.neighbors(1000).similarity(similarity),
                UserKnn.neighbors(1000).similarity(similarity))) {
          int works = world.catalog().size();
          Scores scores =
              strategy.train(world.context()).score(world.query(0), Candidates.all(works));
          assertThat(scores.candidates().size()).isEqualTo(works);
        }
      }
    }
  }

  @Test
  void text_givesTheStrategyBack() {
    Strategy strategy = CfStrategies.parse("item-knn:similarity=dice,neighbors=137,shrinkage=0");
    assertThat(strategy)
        .isEqualTo(ItemKnn.neighbors(137).similarity(VectorSimilarity.of(Measure.DICE)));
    assertThat(CfStrategies.parse(strategy.toString())).isEqualTo(strategy);
    Strategy user =
        CfStrategies.parse("user-knn:similarity=asymmetric-cosine,alpha=0.3,weighting=tf-idf");
    assertThat(CfStrategies.parse(user.toString())).isEqualTo(user);
  }

  @Test
  void moreThanMemory_isRefusedBeforeAllocation() {
    assertThatThrownBy(() -> UserKnn.checkMemory(1e11, 1e6))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training user-knn needs about ")
        .hasMessageEndingWith("raise -Xmx, or train on fewer events");
    assertThatThrownBy(() -> ItemKnn.checkMemory(1e11, 1e5, 0, 2))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training item-knn needs about ")
        .hasMessageEndingWith("raise -Xmx, or train on fewer events");
    assertThatThrownBy(() -> ItemKnn.checkMemory(1e5, 1e5, 1e10, 2))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training item-knn needs about ")
        .hasMessageEndingWith("raise -Xmx, or lower neighbors");
    assertThatThrownBy(() -> CombinedKnn.checkMemory(1e11, 1e5, 1e5))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training combined-knn needs about ")
        .hasMessageEndingWith("raise -Xmx, or train on fewer events");
    assertThatThrownBy(() -> SessionKnn.checkMemory(1e11, 1e5))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training session-knn needs about ")
        .hasMessageEndingWith("raise -Xmx, or train on fewer events");
    assertThatCode(() -> ItemKnn.checkMemory(1e5, 1e4, 1e6, 2)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void pairs_keepWhatEachWorkAloneKeeps_tiesIncluded(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int works = 120;
    Behavior world = Behavior.of(works);
    for (int user = 0; user < 12; user++) {
      int[] liked = random.ints(30, 0, works).distinct().toArray();
      world.likes(user, liked);
    }
    ItemKnn strategy = ItemKnn.neighbors(3).similarity(VectorSimilarity.of(Measure.JACCARD));
    TrainingContext context = world.context(8);
    SparseMatrix byUser = FeedbackEntries.matrix(Feedback.POSITIVE, context);
    boolean[] every = new boolean[works];
    Arrays.fill(every, true);
    SparseMatrixBuilder alone = new SparseMatrixBuilder(works, works);
    new ItemNeighbors(strategy, byUser.transposed(), context).some(every, alone);
    SparseMatrix expected = alone.toMatrix();
    for (int round = 0; round < 20; round++) {
      SparseMatrix pairs =
          new ItemNeighbors(strategy, byUser.transposed(), context).all().toMatrix();
      assertThat(pairs.indices()).as("seed %d", seed).isEqualTo(expected.indices());
      assertThat(pairs.values()).as("seed %d", seed).isEqualTo(expected.values());
    }
  }
}
