package io.artrec.cf.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.Movies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.rating.RatingSimilarity.Measure;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.task.CancelledException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnnRatingTest {
  private static final RatingSimilarity COSINE = RatingSimilarity.of(Measure.COSINE);

  private static Scores all(Behavior world, Scorer scorer, int user) {
    return scorer.score(world.query(user), Candidates.all(world.catalog().size()));
  }

  @Test
  void userKnn_smallWorldByHand() {
    // Centred by their means: u0 (1, -1), u1 (1, -1, 0), u2 (-2, 0, 2), u3 (1, 0, -1). Cosines with
    // u0: 1, -1/2, 1/2. So 4 + (1 * 0 + 1/2 * -1) / (3/2).
    Behavior world =
        Behavior.of(3)
            .rates(0, 0, 5)
            .rates(0, 1, 3)
            .rates(1, 0, 4)
            .rates(1, 1, 2)
            .rates(1, 2, 3)
            .rates(2, 0, 1)
            .rates(2, 1, 3)
            .rates(2, 2, 5)
            .rates(3, 0, 5)
            .rates(3, 1, 4)
            .rates(3, 2, 3);
    UserKnnRating strategy =
        UserKnnRating.neighbors(5).centering(Centering.USER_MEAN).similarity(COSINE).damping(0);
    Scores scores = all(world, strategy.train(world.context()), 0);
    assertThat(scores.value(2)).isEqualTo(4 - 1 / 3.0, within(1e-12));
    assertThat(scores.contributions(2))
        .extracting(Contribution::cause)
        .containsExactly(
            new Cause.Offset("mean of the visitor's ratings"),
            new Cause.KnownArtwork(1, world.query(0).preferences().weight(1)),
            new Cause.KnownArtwork(0, world.query(0).preferences().weight(0)));
    assertThat(scores.contributions(2))
        .extracting(Contribution::amount)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
        .containsExactly(4.0, 0.0, -1 / 3.0);
    Scorer damped = strategy.damping(0.5).train(world.context());
    assertThat(all(world, damped, 0).value(2)).isEqualTo(4 - 1 / 4.0, within(1e-12));
    Scorer one =
        UserKnnRating.neighbors(1)
            .similarity(COSINE)
            .centering(Centering.USER_MEAN)
            .train(world.context());
    assertThat(all(world, one, 0).value(2)).as("u1 alone").isEqualTo(4, within(1e-12));
  }

  @Test
  void itemKnn_smallWorldByHand() {
    // Centred by their means: w0 (1, -1), w1 (0, -2, 2); cosine 1/2. u2 rated w1 2 above its mean.
    Behavior world =
        Behavior.of(2).rates(0, 0, 5).rates(0, 1, 4).rates(1, 0, 3).rates(1, 1, 2).rates(2, 1, 6);
    ItemKnnRating strategy =
        ItemKnnRating.neighbors(5)
            .centering(Centering.ARTWORK_MEAN)
            .similarity(COSINE)
            .damping(0.5);
    Scores scores = all(world, strategy.train(world.context()), 2);
    assertThat(scores.value(0)).isEqualTo(4 + 0.5 * 2 / (0.5 + 0.5), within(1e-7));
    assertThat(scores.contributions(0))
        .extracting(Contribution::cause)
        .containsExactly(
            new Cause.Offset("mean of the work's ratings"),
            new Cause.KnownArtwork(1, world.query(2).preferences().weight(0)));
  }

  private static List<RatingSimilarity> similarities(Measure measure) {
    RatingSimilarity plain = RatingSimilarity.of(measure);
    return List.of(
        plain,
        plain.shrinkage(2.5),
        plain.significance(5),
        plain.minimumOverlap(3),
        plain.minimum(0.3));
  }

  @ParameterizedTest
  @EnumSource
  void userKnn_agreesWithPlainLoops(Measure measure) {
    for (Centering centering : Centering.values()) {
      for (RatingSimilarity similarity : similarities(measure)) {
        double[][] ratings = PlainRatings.random(20, 12, 0.5, 3);
        Centering toCompare = measure.centering(centering, Centering.ARTWORK_MEAN);
        double[][] centers = PlainRatings.centers(ratings, centering);
        double[][] compared = PlainRatings.minus(ratings, PlainRatings.centers(ratings, toCompare));
        UserKnnRating strategy =
            UserKnnRating.neighbors(4).centering(centering).similarity(similarity).damping(0.7);
        Behavior world = PlainRatings.world(ratings);
        Scorer scorer = strategy.train(world.context());
        for (int user = 0; user < ratings.length; user++) {
          Scores scores = all(world, scorer, user);
          for (int work = 0; work < ratings[0].length; work++) {
            double expected =
                PlainRatings.knn(ratings, centers, compared, similarity, 4, 0.7, user, work);
            check(scores, work, expected, centering, 1e-9, strategy);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void itemKnn_agreesWithPlainLoops(Measure measure) {
    for (Centering centering : Centering.values()) {
      for (RatingSimilarity similarity : similarities(measure)) {
        double[][] ratings = PlainRatings.random(14, 18, 0.5, 4);
        Centering toCompare = measure.centering(centering, Centering.USER_MEAN);
        double[][] centers = PlainRatings.turned(PlainRatings.centers(ratings, centering));
        double[][] compared =
            PlainRatings.turned(
                PlainRatings.minus(ratings, PlainRatings.centers(ratings, toCompare)));
        double[][] byWork = PlainRatings.turned(ratings);
        ItemKnnRating strategy =
            ItemKnnRating.neighbors(4).centering(centering).similarity(similarity).damping(0.7);
        Behavior world = PlainRatings.world(ratings);
        Scorer scorer = strategy.train(world.context());
        for (int user = 0; user < ratings.length; user++) {
          Scores scores = all(world, scorer, user);
          for (int work = 0; work < byWork.length; work++) {
            double expected =
                PlainRatings.knn(byWork, centers, compared, similarity, 4, 0.7, work, user);
            check(scores, work, expected, centering, 1e-5, strategy);
          }
        }
      }
    }
  }

  private static void check(
      Scores scores,
      int work,
      double expected,
      Centering centering,
      double tolerance,
      Strategy strategy) {
    if (centering == Centering.NONE && expected == 0) {
      assertThat(scores.isScored(work)).as("w%d without neighbours, %s", work, strategy).isFalse();
    } else {
      assertThat(scores.value(work))
          .as("w%d, %s", work, strategy)
          .isEqualTo(expected, within(tolerance));
      double sum = scores.contributions(work).stream().mapToDouble(Contribution::amount).sum();
      assertThat(sum).as("w%d, %s", work, strategy).isEqualTo(expected, within(tolerance));
    }
  }

  @Test
  void noMoreWorksSpeak_thanAreKept() {
    Behavior world = PlainRatings.world(PlainRatings.random(30, 20, 0.6, 5));
    ItemKnnRating strategy = ItemKnnRating.neighbors(10);
    assertThat(mostSpeaking(world, strategy)).isBetween(5, 10);
    assertThat(mostSpeaking(world, strategy.kept(2))).isEqualTo(2);
  }

  private static int mostSpeaking(Behavior world, ItemKnnRating strategy) {
    Scorer scorer = strategy.train(world.context());
    long most = 0;
    for (int user = 0; user < 30; user++) {
      Scores scores = all(world, scorer, user);
      for (int work = 0; work < 20; work++) {
        most =
            Math.max(
                most,
                scores.contributions(work).stream()
                    .filter(c -> c.cause() instanceof Cause.KnownArtwork)
                    .count());
      }
    }
    return (int) most;
  }

  @Test
  void userKnn_isTheReferences() {
    List<String> golden = Movies.lines("goldens/user-knn-predictions.csv");
    Movies movies = Movies.all();
    Scorer scorer =
        UserKnnRating.neighbors(30)
            .centering(Centering.USER_MEAN)
            .similarity(COSINE)
            .damping(0)
            .train(movies.context());
    assertThat(movies.predict(scorer, "4", "1016")).isEqualTo(3.62221550680778, within(1e-12));
    assertThat(differences(golden, movies, scorer)).hasSize(1756).allMatch(d -> d < 1e-9);
  }

  @Test
  void itemKnn_isTheReferences() {
    List<String> golden = Movies.lines("goldens/item-knn-predictions.csv");
    Movies movies = Movies.all();
    Scorer scorer =
        ItemKnnRating.neighbors(20)
            .kept(100_000)
            .centering(Centering.ARTWORK_MEAN)
            .similarity(COSINE)
            .damping(0)
            .train(movies.context());
    List<Double> differences = differences(golden, movies, scorer);
    assertThat(differences).hasSize(1288);
    assertThat(differences.stream().filter(d -> d < 1e-3).count()).isGreaterThanOrEqualTo(1287);
  }

  private static List<Double> differences(List<String> golden, Movies movies, Scorer scorer) {
    List<Double> differences = new ArrayList<>();
    for (String line : golden.subList(1, golden.size())) {
      String[] cells = line.split(",", -1);
      double predicted = movies.predict(scorer, cells[0], cells[1]);
      differences.add(Math.abs(predicted - Double.parseDouble(cells[2])));
    }
    return differences;
  }

  @Test
  void threads_doNotChangePredictions() {
    Behavior world = PlainRatings.world(PlainRatings.random(60, 50, 0.3, 6));
    for (Strategy strategy : List.of(ItemKnnRating.neighbors(5), UserKnnRating.neighbors(5))) {
      Scorer one = strategy.train(world.context(1));
      Scorer four = strategy.train(world.context(4));
      for (int user = 0; user < 20; user++) {
        assertThat(Behavior.values(all(world, four, user)))
            .isEqualTo(Behavior.values(all(world, one, user)));
      }
    }
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.of(50);
    for (int user = 0; user < 50; user++) {
      for (int work = 0; work < 50; work++) {
        if (work != user) {
          board.rates(user, work, work % 2 == user % 2 ? 5 : 1);
        }
      }
    }
    for (Strategy strategy : List.of(ItemKnnRating.neighbors(40), UserKnnRating.neighbors(40))) {
      Scorer scorer = strategy.train(board.context());
      for (int user = 0; user < 50; user++) {
        assertThat(board.unseen(scorer, user, 1)).as("%s", strategy).containsExactly(user);
      }
    }
  }

  @Test
  void degenerateWorlds_haveADefinedAnswer() {
    Behavior everything = Behavior.of(30);
    for (int work = 0; work < 30; work++) {
      everything.rates(0, work, 1 + work % 5);
    }
    List<Behavior> worlds =
        List.of(
            Behavior.of(0),
            Behavior.of(1).rates(0, 0, 4),
            Behavior.of(3),
            Behavior.of(3).likes(0, 1),
            Behavior.of(3).rates(0, 0, 3).rates(0, 1, 3).rates(1, 1, 3),
            Behavior.of(3).rates(0, 0, -1).rates(1, 1, -2),
            Behavior.of(3).rates(0, 0, 1).rates(0, 0, 5).rates(0, 0, 2),
            Behavior.of(3).rates(1, 0, 5).event(0, 0, InteractionKind.VIEW),
            Behavior.of(2)
                .rates(0, 0, -Float.MAX_VALUE)
                .rates(0, 1, Float.MAX_VALUE)
                .rates(1, 0, -Float.MAX_VALUE)
                .rates(1, 1, 3),
            everything);
    for (Behavior world : worlds) {
      for (Measure measure : Measure.values()) {
        RatingSimilarity similarity = RatingSimilarity.of(measure).minimum(0);
        for (Centering centering : Centering.values()) {
          for (Strategy strategy :
              List.of(
                  UserKnnRating.neighbors(1000)
                      .similarity(similarity)
                      .centering(centering)
                      .damping(0),
                  ItemKnnRating.neighbors(1000)
                      .similarity(similarity)
                      .centering(centering)
                      .damping(0))) {
            Scores scores = all(world, strategy.train(world.context()), 0);
            boolean any = world.events().stream().anyMatch(e -> e.kind() == InteractionKind.RATING);
            int expected = any && centering != Centering.NONE ? world.catalog().size() : 0;
            assertThat(scores.scoredCount()).isGreaterThanOrEqualTo(expected);
          }
        }
      }
    }
    Behavior equal = worlds.get(4);
    Scorer scorer = UserKnnRating.neighbors(5).train(equal.context());
    assertThat(Behavior.values(all(equal, scorer, 0))).containsExactly(3, 3, 3);
  }

  @Test
  void wrongHyperParameters_areRefused() {
    assertThatThrownBy(() -> UserKnnRating.neighbors(0))
        .hasMessage("neighbors of user-knn-rating is 0, expected 1 or more");
    assertThatThrownBy(() -> ItemKnnRating.neighbors(0))
        .hasMessage("neighbors of item-knn-rating is 0, expected 1 or more");
    assertThatThrownBy(() -> ItemKnnRating.neighbors(1).kept(0))
        .hasMessage("kept of item-knn-rating is 0, expected 1 or more");
    assertThatThrownBy(() -> UserKnnRating.neighbors(1).damping(Double.NaN))
        .hasMessage("damping of user-knn-rating is NaN, expected a number of 0 or more");
    assertThatThrownBy(() -> UserKnnRating.neighbors(1).feedback(Feedback.POSITIVE))
        .hasMessage("feedback of user-knn-rating is positive, expected one of rating, preference");
    assertThatThrownBy(() -> COSINE.shrinkage(-1))
        .hasMessage("shrinkage of similarity is -1.0, expected a number of 0 or more");
    assertThatThrownBy(() -> COSINE.minimumOverlap(0))
        .hasMessage("minimumOverlap of similarity is 0, expected 1 or more");
    assertThatThrownBy(() -> COSINE.minimum(-0.1))
        .hasMessage("minimumSimilarity of similarity is -0.1, expected a number of 0 or more");
    assertThatThrownBy(() -> CfStrategies.parse("user-knn-rating:similarity=dice"))
        .hasMessageContaining("cosine, adjusted-cosine, pearson, pearson-baseline, msd");
    assertThatThrownBy(() -> CfStrategies.parse("user-knn-rating:kept=3"))
        .hasMessageContaining("has no parameter 'kept'");
  }

  @Test
  void text_comesBack() {
    RatingSimilarity similarity =
        RatingSimilarity.of(Measure.PEARSON)
            .shrinkage(3)
            .significance(50)
            .minimumOverlap(2)
            .minimum(0.1);
    Strategy user =
        UserKnnRating.neighbors(7)
            .centering(Centering.USER_MEAN)
            .similarity(similarity)
            .damping(0.25)
            .feedback(Feedback.PREFERENCE);
    assertThat(CfStrategies.parse(user.toString())).isEqualTo(user);
    Strategy item =
        ItemKnnRating.neighbors(7)
            .kept(70)
            .centering(Centering.NONE)
            .similarity(similarity)
            .damping(0.25)
            .feedback(Feedback.PREFERENCE);
    assertThat(CfStrategies.parse(item.toString())).isEqualTo(item);
    assertThat(CfStrategies.parse("user-knn-rating")).isEqualTo(UserKnnRating.neighbors(40));
    assertThat(CfStrategies.parse("item-knn-rating")).isEqualTo(ItemKnnRating.neighbors(40));
  }

  @Test
  void cancelledTraining_stops() {
    Behavior world = Behavior.of(3).rates(0, 0, 3).rates(1, 1, 4);
    var context = world.context();
    context.cancellation().cancel();
    assertThatThrownBy(() -> ItemKnnRating.neighbors(3).train(context))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void moreKeptThanFits_isRefused() {
    Behavior world = Behavior.of(100_000);
    for (int work = 0; work < 100_000; work++) {
      world.rates(0, work, 3);
    }
    assertThatThrownBy(() -> ItemKnnRating.neighbors(5).kept(1 << 30).train(world.context()))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("training item-knn-rating needs about")
        .hasMessageContaining("or keep fewer works");
    assertThatThrownBy(() -> SlopeOne.plain().train(world.context()))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("training slope-one needs about")
        .hasMessageContaining("or train on fewer works");
  }

  @Test
  void moreRatingsThanMemory_areRefusedBeforeAllocation() {
    assertThatThrownBy(() -> UserKnnRating.checkMemory(1e11))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training user-knn-rating needs about ")
        .hasMessageEndingWith("raise -Xmx, or train on fewer events");
    assertThatThrownBy(() -> BiasBaseline.checkMemory(1e12, 10))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training bias needs about ")
        .hasMessageEndingWith("raise -Xmx, or train on fewer events");
    assertThatThrownBy(() -> SlopeOne.checkMemory(1e13))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training slope-one needs about ")
        .hasMessageEndingWith("raise -Xmx, or train on fewer works");
  }
}
