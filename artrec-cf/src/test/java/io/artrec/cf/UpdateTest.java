package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changed behaviour without training: equal to training, at each of many steps. */
class UpdateTest {
  private static final int WORKS = 60;

  private static TrainingContext of(Behavior world, List<Interaction> events) {
    return world.context().with(Dataset.of(world.catalog(), Interactions.of(events)), 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ease:regularization=5",
        "ease:regularization=300",
        "collective-ease:regularization=5",
        "item-knn:neighbors=7",
        "item-knn:neighbors=200,similarity=jaccard,shrinkage=3",
        "item-knn:neighbors=7,similarity=adjusted-cosine,significance=4",
        "item-knn:neighbors=7,similarity=asymmetric-cosine,alpha=0.3",
        "item-knn:neighbors=7,weighting=tf-idf",
        "p3alpha:neighbors=9,alpha=0.8",
        "rp3beta:neighbors=9,beta=0.4",
        "rp3beta:neighbors=9,beta=0"
      })
  void visitorsWhoComeAndGo_leaveWhatTrainingWouldGive(String name) {
    Behavior world = Behavior.random(40, WORKS, 0.15, 7);
    Behavior others = Behavior.random(70, WORKS, 0.15, 8);
    List<Interaction> events = new ArrayList<>(world.events());
    TrainingContext context = of(world, events);
    Scorer scorer = CfStrategies.parse(name).train(context);
    for (int step = 0; step < 12; step++) {
      String leaving = "u" + step;
      String coming = "u" + (40 + step);
      String changing = "u" + (20 + step);
      events.removeIf(event -> event.user().equals(leaving));
      others.events().stream().filter(event -> event.user().equals(coming)).forEach(events::add);
      events.add(Interaction.dislike(changing, "w" + step));
      events.add(Interaction.of(changing, "w" + 2 * step, InteractionKind.PURCHASE));
      TrainingContext next = of(world, events);
      scorer = scorer.updated(context, next).orElseThrow();
      context = next;
    }
    Scorer trained = CfStrategies.parse(name).train(context);
    Candidates all = Candidates.all(WORKS);
    for (int user = 0; user < 60; user += 3) {
      Query query = others.query(user);
      double[] expected = Behavior.values(trained.score(query, all));
      double[] actual = Behavior.values(scorer.score(query, all));
      for (int work = 0; work < WORKS; work++) {
        if (Double.isNaN(expected[work])) {
          assertThat(actual[work]).isNaN();
        } else {
          assertThat(actual[work]).isCloseTo(expected[work], within(1e-9));
        }
      }
    }
  }

  /** Visitors of two tastes; the last work is new, and liked by some of the first taste. */
  private static Behavior twoTastes(boolean withNewWork) {
    Behavior world = Behavior.of(withNewWork ? 41 : 40);
    SplittableRandom random = new SplittableRandom(5);
    for (int user = 0; user < 60; user++) {
      for (int work = 0; work < 20; work++) {
        if (random.nextInt(3) == 0) {
          world.likes(user, 20 * (user % 2) + work);
        }
      }
      if (withNewWork && user % 2 == 0 && user > 20) {
        world.likes(user, 40);
      }
    }
    return world;
  }

  @Test
  void refreshedFactors_placeANewWorkByWhoLikesIt() {
    TrainingContext before = twoTastes(false).context();
    Behavior world = twoTastes(true);
    for (String name :
        List.of(
            "implicit-als:factors=8",
            "implicit-als:factors=8,epochs=30",
            "nmf:factors=8",
            "bpr:factors=8",
            "warp:factors=8",
            "feature-bpr:factors=8",
            "pure-svd:factors=2",
            "slim:l1=0.5,l2=1")) {
      Scorer scorer = CfStrategies.parse(name).train(before);
      assertThat(scorer.updated(before, world.context())).isEmpty();
      Scorer refreshed = scorer.refreshed(before, world.context()).orElseThrow();
      assertThat(world.unseen(refreshed, 0, 3)).as(name + ", its taste").contains(40);
      assertThat(world.unseen(refreshed, 1, 12)).as(name + ", the other").doesNotContain(40);
      Scorer trained = CfStrategies.parse(name).train(world.context());
      int shared = 0;
      for (int user = 0; user < 20; user++) {
        List<Integer> expected = world.unseen(trained, user, 5);
        expected.retainAll(world.unseen(refreshed, user, 5));
        shared += expected.size();
      }
      assertThat(shared).as("%s, of 100 that training recommends", name).isGreaterThan(70);
    }
  }

  @Test
  void refreshedFactors_leaveWorksThatDidNotChangeWhereTheyAre() {
    Behavior world = twoTastes(false);
    Behavior more = twoTastes(false).likes(3, 21).likes(4, 0);
    Candidates all = Candidates.all(40);
    for (String name :
        List.of(
            "implicit-als:factors=8",
            "nmf:factors=8",
            "pure-svd:factors=4",
            "bpr:factors=8",
            "warp:factors=8",
            "feature-bpr:factors=8")) {
      Scorer scorer = CfStrategies.parse(name).train(world.context());
      Scorer same = scorer.refreshed(world.context(), world.context()).orElseThrow();
      for (int user = 0; user < 10; user++) {
        double[] values = Behavior.values(scorer.score(world.query(user), all));
        assertThat(Behavior.values(same.score(world.query(user), all))).isEqualTo(values);
      }
      for (int threads = 1; threads <= 3; threads++) {
        Scorer one = scorer.refreshed(world.context(), more.context()).orElseThrow();
        Scorer other = scorer.refreshed(world.context(), more.context(threads)).orElseThrow();
        assertThat(Behavior.values(other.score(more.query(3), all)))
            .as("%s on %d threads", name, threads)
            .isEqualTo(Behavior.values(one.score(more.query(3), all)));
      }
    }
  }

  @Test
  void slim_begunWhereItEnded_endsWhereTrainingEnds() {
    TrainingContext before = twoTastes(false).context();
    Behavior world = twoTastes(true);
    for (String name :
        List.of("slim:l1=0.5,l2=1", "slim:l1=0.5,l2=1,candidates=15,negative=true")) {
      String exact = name + ",tolerance=0.0000001,epochs=10000";
      Scorer earlier = CfStrategies.parse(exact).train(before);
      Scorer warm = CfStrategies.parse(exact).train(world.context(), earlier);
      Scorer cold = CfStrategies.parse(exact).train(world.context());
      Scorer refreshed = earlier.refreshed(before, world.context()).orElseThrow();
      Candidates all = Candidates.all(41);
      for (int user = 0; user < 10; user++) {
        double[] expected = Behavior.values(cold.score(world.query(user), all));
        double[] actual = Behavior.values(warm.score(world.query(user), all));
        assertThat(Behavior.values(refreshed.score(world.query(user), all))).isEqualTo(actual);
        for (int work = 0; work < 41; work++) {
          if (!Double.isNaN(expected[work]) && !Double.isNaN(actual[work])) {
            assertThat(actual[work]).as(name).isCloseTo(expected[work], within(1e-5));
          }
        }
      }
      Scorer brief = CfStrategies.parse(name + ",epochs=1").train(world.context(), cold);
      assertThat(Behavior.values(brief.score(world.query(0), all)))
          .as("one sweep from where training ended stays there")
          .usingComparatorWithPrecision(1e-3)
          .containsExactly(Behavior.values(cold.score(world.query(0), all)));
    }
  }

  @Test
  void pureSvd_begunWithItsDirections_needsNoMoreIterations() {
    Behavior world = Behavior.random(80, 50, 0.2, 9);
    Behavior wide = Behavior.random(30, 50, 0.2, 9);
    Candidates all = Candidates.all(50);
    for (Behavior one : List.of(world, wide)) {
      Scorer exact = CfStrategies.parse("pure-svd:factors=5").train(one.context());
      Strategy brief = CfStrategies.parse("pure-svd:factors=5,iterations=2,oversampling=3");
      double[] expected = Behavior.values(exact.score(one.query(1), all));
      double cold =
          distance(Behavior.values(brief.train(one.context()).score(one.query(1), all)), expected);
      double warm =
          distance(
              Behavior.values(brief.train(one.context(), exact).score(one.query(1), all)),
              expected);
      assertThat(warm).isLessThan(1e-5);
      assertThat(cold).isGreaterThan(1e-2);
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += Double.isNaN(a[k]) || Double.isNaN(b[k]) ? 0 : Math.abs(a[k] - b[k]);
    }
    return sum;
  }

  @Test
  void refreshedRatings_placeANewWorkByWhoRatesIt() {
    Behavior old = Behavior.of(40);
    Behavior world = Behavior.of(41);
    SplittableRandom random = new SplittableRandom(6);
    for (int user = 0; user < 60; user++) {
      for (int work = 0; work < 40; work++) {
        if (random.nextInt(3) == 0) {
          double rating = (work < 20) == (user % 2 == 0) ? 5 : 1;
          old.rates(user, work, rating);
          world.rates(user, work, rating);
        }
      }
      if (user > 20) {
        world.rates(user, 40, user % 2 == 0 ? 5 : 1);
      }
    }
    Candidates all = Candidates.all(41);
    for (String name :
        List.of(
            "biased-mf:factors=4",
            "biased-mf:factors=4,solver=als",
            "svd-plus-plus:factors=4",
            "nmf:factors=4,feedback=rating")) {
      Scorer scorer = CfStrategies.parse(name).train(old.context());
      assertThat(scorer.updated(old.context(), world.context())).as(name).isEmpty();
      Scorer refreshed = scorer.refreshed(old.context(), world.context()).orElseThrow();
      double likes = refreshed.score(world.query(0), all).value(40);
      double dislikes = refreshed.score(world.query(1), all).value(40);
      assertThat(likes).as("%s for the taste that likes it", name).isGreaterThan(dislikes + 1);
      double known = refreshed.score(world.query(0), all).value(30);
      assertThat(known)
          .as("%s for a work that stays", name)
          .isCloseTo(scorer.score(old.query(0), Candidates.all(40)).value(30), within(0.3));
    }
  }

  @Test
  void warmStart_needsFewerEpochs() {
    Behavior world = twoTastes(true);
    TrainingContext before = twoTastes(false).context();
    Scorer themes = CfStrategies.parse("nmf:factors=8").train(before);
    Scorer bestThemes = CfStrategies.parse("nmf:factors=8,epochs=200").train(world.context());
    Strategy briefThemes = CfStrategies.parse("nmf:factors=8,epochs=1");
    assertThat(overlap(world, bestThemes, briefThemes.train(world.context(), themes)))
        .isGreaterThan(overlap(world, bestThemes, briefThemes.train(world.context())) + 5);
    Strategy brief = CfStrategies.parse("implicit-als:factors=8,epochs=1");
    Scorer earlier = CfStrategies.parse("implicit-als:factors=8,epochs=30").train(before);
    Scorer best = CfStrategies.parse("implicit-als:factors=8,epochs=60").train(world.context());
    assertThat(overlap(world, best, brief.train(world.context(), earlier)))
        .isGreaterThan(overlap(world, best, brief.train(world.context())) + 5);
    Scorer other = CfStrategies.parse("ease").train(before);
    Candidates all = Candidates.all(41);
    assertThat(Behavior.values(brief.train(world.context(), other).score(world.query(0), all)))
        .as("another method's scorer is nothing to start from")
        .isEqualTo(Behavior.values(brief.train(world.context()).score(world.query(0), all)));
    Strategy blend = Hybrid.weighted().add(1, brief);
    assertThat(
            Behavior.values(
                blend
                    .train(world.context(), Hybrid.weighted().add(1, brief).train(before))
                    .score(world.query(0), all)))
        .isNotEqualTo(Behavior.values(blend.train(world.context()).score(world.query(0), all)));
  }

  @Test
  void warmStart_ofRatings_needsFewerEpochs() {
    Behavior world = Behavior.of(40);
    SplittableRandom random = new SplittableRandom(8);
    double[][] truth = new double[60][40];
    double[] style = random.doubles(40, -1, 1).toArray();
    for (int user = 0; user < 60; user++) {
      double taste = random.nextDouble(-1, 1);
      for (int work = 0; work < 40; work++) {
        truth[user][work] = 5.5 + 4 * taste * style[work];
        if (random.nextInt(3) == 0) {
          world.rates(user, work, truth[user][work]);
        }
      }
    }
    for (String name :
        List.of(
            "biased-mf:factors=2",
            "biased-mf:factors=2,solver=als",
            "svd-plus-plus:factors=2",
            "nmf:factors=4,feedback=rating")) {
      Scorer earlier = CfStrategies.parse(name).train(world.context());
      Strategy brief = CfStrategies.parse(name + ",epochs=1,validation=0");
      assertThat(error(world, brief.train(world.context(), earlier), truth))
          .as(name)
          .isLessThan(0.8 * error(world, brief.train(world.context()), truth));
    }
  }

  private static double error(Behavior world, Scorer scorer, double[][] truth) {
    double sum = 0;
    for (int user = 0; user < truth.length; user++) {
      Candidates all = Candidates.all(truth[user].length);
      double[] values = Behavior.values(scorer.score(world.query(user), all));
      for (int work = 0; work < values.length; work++) {
        sum += Math.pow(values[work] - truth[user][work], 2);
      }
    }
    return sum;
  }

  private static int overlap(Behavior world, Scorer a, Scorer b) {
    int shared = 0;
    for (int user = 0; user < 60; user++) {
      List<Integer> expected = world.unseen(a, user, 5);
      expected.retainAll(world.unseen(b, user, 5));
      shared += expected.size();
    }
    return shared;
  }

  @Test
  void ease_trains_whenDigitsWouldBeLost() {
    Behavior world = Behavior.of(2);
    List<Interaction> events = new ArrayList<>();
    events.add(Interaction.favorite("u0", "w0"));
    events.add(Interaction.favorite("u1", "w1"));
    TrainingContext before = of(world, events);
    TrainingContext after = of(world, events.subList(1, 2));
    Scorer scorer = CfStrategies.parse("ease:regularization=0.0000001").train(before);
    assertThat(scorer.updated(before, after)).isEmpty();
  }

  @Test
  void otherWorks_orMeasuresOfTheWhole_areTrained() {
    Behavior world = Behavior.random(10, WORKS, 0.2, 1);
    TrainingContext before = of(world, world.events());
    TrainingContext after = of(world, world.events().subList(0, 50));
    for (String name :
        List.of("item-knn:similarity=log-likelihood", "item-knn:weighting=bm25", "user-knn")) {
      Scorer scorer = CfStrategies.parse(name).train(before);
      assertThat(scorer.updated(before, after)).as(name).isEmpty();
    }
    TrainingContext fewer = Behavior.random(10, WORKS - 1, 0.2, 1).context();
    for (String name : List.of("item-knn", "ease", "p3alpha", "rp3beta")) {
      Scorer scorer = CfStrategies.parse(name).train(before);
      assertThat(scorer.updated(before, fewer)).as(name).isEmpty();
    }
  }
}
