package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.ForgetReport;
import io.artrec.Recommendation;
import io.artrec.Recommender;
import io.artrec.TopArtworks;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.CatalogChange;
import io.artrec.cf.linear.Ease;
import io.artrec.cf.neighbors.ItemKnn;
import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Strategy;
import io.artrec.testkit.SyntheticGallery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every strategy inside a recommender: answers, reasons, recording, forgetting, files. */
class RecommenderWithLearningTest {
  private static final SyntheticGallery GALLERY = SyntheticGallery.of(120, 40, 15, 5);

  /** Chance is the same at the same moment. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private static List<Strategy> strategies() {
    List<Strategy> all = new ArrayList<>();
    CfStrategies.names().forEach(name -> all.add(CfStrategies.parse(name)));
    all.add(Hybrid.weighted().add(1, ItemKnn.neighbors(50)).add(2, Ease.regularization(10)));
    return all;
  }

  private static Recommender build(Strategy strategy) {
    return Recommender.builder()
        .clock(CLOCK)
        .catalog(GALLERY.catalog())
        .interactions(GALLERY.dataset().interactions())
        .strategy(strategy)
        .build();
  }

  private static List<String> ids(List<Recommendation> answer) {
    return answer.stream().map(r -> r.artwork().id()).toList();
  }

  @Test
  void everyStrategy_answersWithReasonsThatAddUp() {
    String user = GALLERY.dataset().userId(0);
    for (Strategy strategy : strategies()) {
      try (Recommender recommender = build(strategy)) {
        List<Recommendation> answer = recommender.recommend(user, 5);
        assertThat(answer).as("%s", strategy).hasSize(5);
        for (Recommendation r : answer) {
          Explanation explanation = r.explanation();
          double sum = explanation.contributions().stream().mapToDouble(Contribution::amount).sum();
          assertThat(sum).as("%s", strategy).isEqualTo(r.score(), within(1e-6));
        }
      }
    }
  }

  @Test
  void everyStrategy_comesBackFromItsFile() {
    String user = GALLERY.dataset().userId(1);
    for (Strategy strategy : strategies()) {
      Path file = folder.resolve("model");
      try (Recommender recommender = build(strategy)) {
        recommender.save(file);
        try (Recommender loaded =
            Recommender.loader(file).clock(CLOCK).strategies(CfStrategies.readers()).load()) {
          List<Recommendation> expected = recommender.recommend(user, 10);
          List<Recommendation> answer = loaded.recommend(user, 10);
          assertThat(ids(answer)).as("%s", strategy).isEqualTo(ids(expected));
          for (int i = 0; i < answer.size(); i++) {
            assertThat(answer.get(i).score()).isEqualTo(expected.get(i).score());
          }
        }
      }
    }
  }

  @Test
  void manyVisitorsAtOnce_getWhatEachGetsAlone() {
    List<String> users = new ArrayList<>(List.of("stranger"));
    for (int user = 0; user < GALLERY.dataset().userCount(); user++) {
      users.add(GALLERY.dataset().userId(user));
    }
    for (Strategy strategy : strategies()) {
      try (Recommender recommender = build(strategy)) {
        recommender.record(Interaction.dislike(users.get(1), GALLERY.catalog().get(3).id()));
        for (int n : new int[] {7, 115}) {
          List<TopArtworks> answers = recommender.recommendTop(users, n);
          assertThat(answers).hasSameSizeAs(users);
          for (int u = 0; u < users.size(); u++) {
            List<Recommendation> alone = recommender.recommend(users.get(u), n);
            TopArtworks answer = answers.get(u);
            assertThat(answer.user()).isEqualTo(users.get(u));
            assertThat(answer.artworks())
                .as("%s, %s", strategy, users.get(u))
                .isEqualTo(alone.stream().map(Recommendation::artwork).toList());
            assertThat(answer.scores())
                .isEqualTo(alone.stream().map(Recommendation::score).toList());
          }
        }
        assertThatThrownBy(() -> recommender.recommendTop(users, 0))
            .hasMessage("n is 0, expected 1 or more");
        assertThat(recommender.recommendTop(List.of(), 3)).isEmpty();
      }
    }
  }

  @Test
  void catalogueThatChanges_isAnsweredFor_andLearned() {
    List<String> users = List.of("stranger", GALLERY.dataset().userId(0), "fan");
    Path file = folder.resolve("model");
    for (Strategy strategy : strategies()) {
      try (Recommender recommender = build(strategy)) {
        String gone = recommender.recommend(users.get(1), 1).get(0).artwork().id();
        recommender.update(
            CatalogChange.withdraw(gone),
            CatalogChange.add(Artwork.builder("new", "New").artist("Somebody").build()));
        recommender.record(Interaction.favorite("fan", "new"));
        recommender.record(Interaction.favorite("fan", GALLERY.catalog().get(3).id()));
        recommender.record(Interaction.favorite(users.get(1), "new"));
        assertSameAnswers(recommender, users, gone, strategy);
        recommender.save(file);
        try (Recommender loaded =
            Recommender.loader(file).clock(CLOCK).strategies(CfStrategies.readers()).load()) {
          assertThat(ids(loaded.recommend("fan", 20)))
              .as("%s", strategy)
              .isEqualTo(ids(recommender.recommend("fan", 20)));
          loaded.forget("fan");
          assertThat(loaded.history("fan")).isEmpty();
          assertThat(loaded.recommend("fan", 5)).hasSize(5);
        }
        recommender.refresh();
        assertSameAnswers(recommender, users, gone, strategy);
        recommender.retrain();
        assertSameAnswers(recommender, users, gone, strategy);
      }
    }
  }

  private static void assertSameAnswers(
      Recommender recommender, List<String> users, String gone, Strategy strategy) {
    List<TopArtworks> together = recommender.recommendTop(users, 9);
    for (int u = 0; u < users.size(); u++) {
      List<Recommendation> alone = recommender.recommend(users.get(u), 9);
      assertThat(ids(alone)).as("%s, %s", strategy, users.get(u)).hasSize(9).doesNotContain(gone);
      assertThat(together.get(u).artworks())
          .as("%s, %s", strategy, users.get(u))
          .isEqualTo(alone.stream().map(Recommendation::artwork).toList());
    }
  }

  @Test
  void recordedEvents_countAtOnceAndStrangersAreAnswered() {
    String liked = GALLERY.catalog().get(3).id();
    for (Strategy strategy : strategies()) {
      try (Recommender recommender = build(strategy)) {
        assertThat(recommender.recommend("stranger", 5)).as("%s", strategy).hasSize(5);
        recommender.record(Interaction.favorite("stranger", liked));
        assertThat(ids(recommender.recommend("stranger", 50)))
            .as("%s", strategy)
            .hasSize(50)
            .doesNotContain(liked);
      }
    }
  }

  @Test
  void forgottenVisitor_leavesTheModelAsIfNeverThere() {
    String user = GALLERY.dataset().userId(2);
    String other = GALLERY.dataset().userId(7);
    for (Strategy strategy : strategies()) {
      try (Recommender recommender = build(strategy);
          Recommender without =
              Recommender.builder()
                  .clock(CLOCK)
                  .catalog(GALLERY.catalog())
                  .interactions(GALLERY.dataset().interactions().filter(row -> !isOf(user, row)))
                  .strategy(strategy)
                  .build()) {
        recommender.forget(user);
        recommender.awaitForgotten();
        assertThat(ids(recommender.recommend(other, 20)))
            .as("%s", strategy)
            .isEqualTo(ids(without.recommend(other, 20)));
      }
    }
  }

  /** Within the rounding of sums in another order, not the order of works alone. */
  @Test
  void easeThatForgot_scoresAsIfTrainedWithoutTheVisitor() {
    for (int gone : new int[] {2, 39}) {
      String user = GALLERY.dataset().userId(gone);
      Strategy ease = Ease.regularization(10);
      try (Recommender recommender = build(ease);
          Recommender without =
              Recommender.builder()
                  .clock(CLOCK)
                  .catalog(GALLERY.catalog())
                  .interactions(GALLERY.dataset().interactions().filter(row -> !isOf(user, row)))
                  .strategy(ease)
                  .build()) {
        recommender.recommend(user, 5);
        ForgetReport receipt = recommender.forget(user);
        recommender.awaitForgotten();
        assertThat(receipt.pending()).isFalse();
        for (int other = 0; other < GALLERY.dataset().userCount(); other++) {
          String id = GALLERY.dataset().userId(other);
          for (int work = 0; work < GALLERY.catalog().size(); work += 7) {
            String artwork = GALLERY.catalog().get(work).id();
            assertThat(recommender.explain(id, artwork).score())
                .as("score of %s for %s without %s", artwork, id, user)
                .isCloseTo(without.explain(id, artwork).score(), within(1e-9));
          }
        }
      }
    }
  }

  private static boolean isOf(String user, int row) {
    var interactions = GALLERY.dataset().interactions();
    return interactions.userId(interactions.user(row)).equals(user);
  }
}
