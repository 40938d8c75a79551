package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.Preferences;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackedTest {
  private static final int WORKS = 600;
  private static final int STYLES = 10;

  /** Works from here on have no rating. */
  private static final int NEW = 500;

  private static final Strategy BEHAVIOR = new LevelMeans("behavior", artwork -> artwork);
  private static final Strategy CONTENT = new LevelMeans("content", artwork -> artwork % STYLES);

  /** Ratings of works by style and by what else is good about each, with noise. */
  private static final class Planted {
    private final double[] worth;
    private final TrainingContext context;

    private Planted(double[] worth, TrainingContext context) {
      this.worth = worth;
      this.context = context;
    }

    double[] worth() {
      return worth;
    }

    TrainingContext context() {
      return context;
    }

    static Planted of(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] ofStyle = random.doubles(STYLES, -1.2, 1.2).toArray();
      double[] worth = new double[WORKS];
      Interactions.Builder events = Interactions.builder();
      for (int artwork = 0; artwork < WORKS; artwork++) {
        worth[artwork] = 3 + ofStyle[artwork % STYLES] + random.nextDouble(-0.6, 0.6);
      }
      for (int user = 0; user < 150; user++) {
        for (int n = 0; n < 40; n++) {
          int artwork = random.nextInt(NEW);
          double rating = worth[artwork] + random.nextDouble(-1, 1);
          events.add("u" + user, "w" + artwork, InteractionKind.RATING, (float) rating, n);
        }
      }
      Dataset dataset = Dataset.of(Gallery.works(WORKS), events.build());
      return new Planted(worth, TrainingContext.of(dataset, FeatureStore.empty(WORKS)));
    }

    /** The root of the mean squared error over some works. */
    double error(Scorer scorer, int from, int to) {
      double[] scores = Gallery.scores(scorer, Gallery.visitor(), WORKS);
      double error = 0;
      for (int artwork = from; artwork < to; artwork++) {
        error += Math.pow(scores[artwork] - worth[artwork], 2);
      }
      return Math.sqrt(error / (to - from));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ofRatings_isAsGoodAsItsBetterPart_forNewWorksAndKnownOnes(long seed) {
    Planted planted = Planted.of(seed);
    Scorer behavior = BEHAVIOR.train(planted.context());
    Scorer content = CONTENT.train(planted.context());
    Stacked blend = Hybrid.stacked().add(BEHAVIOR).add(CONTENT);
    Scorer stacked = blend.train(planted.context());

    assertThat(blend.capabilities()).containsExactly(Capability.PREDICTS_RATINGS);
    assertThat(planted.error(content, NEW, WORKS))
        .as("planted, seed %d", seed)
        .isLessThan(planted.error(behavior, NEW, WORKS));
    assertThat(planted.error(behavior, 0, NEW))
        .as("planted, seed %d", seed)
        .isLessThan(planted.error(content, 0, NEW));
    assertThat(planted.error(stacked, NEW, WORKS))
        .as("new works, seed %d", seed)
        .isLessThan(1.08 * planted.error(content, NEW, WORKS));
    assertThat(planted.error(stacked, 0, NEW))
        .as("known works, seed %d", seed)
        .isLessThan(1.02 * planted.error(behavior, 0, NEW));
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void weights_leanOnContentForNewWorks(long seed) {
    Scorer scorer = Hybrid.stacked().add(BEHAVIOR).add(CONTENT).train(Planted.of(seed).context());
    StackedWeights weights = Stacked.weights(scorer).get(0);
    double[] ofNew = weights.weights(Knowledge.NONE, Knowledge.MANY);
    double[] ofKnown = weights.weights(Knowledge.MANY, Knowledge.MANY);

    assertThat(weights.parts()).containsExactly("behavior", "content");
    assertThat(weights.examples(Knowledge.NONE, Knowledge.MANY)).as("seed %d", seed).isPositive();
    assertThat(ofNew[1]).as("content of new works, seed %d", seed).isGreaterThan(0.6);
    assertThat(ofKnown[1]).as("content of known works, seed %d", seed).isLessThan(ofNew[1] - 0.15);
    assertThat(weights.toString().lines())
        .hasSize(1 + 16)
        .anyMatch(line -> line.startsWith("none"));
  }

  /** Liked works are those rated 4 and more; new ones come from the same styles. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void ofScores_putsNewWorksInTheOrderOfContent(long seed) {
    Planted planted = Planted.of(seed);
    Strategy behavior = new LevelMeans("behavior", artwork -> artwork).asScores();
    Strategy content = new LevelMeans("content", artwork -> artwork % STYLES).asScores();
    Scorer scorer = Hybrid.stacked().add(behavior).add(content).train(planted.context());
    double[] scores = Gallery.scores(scorer, Gallery.visitor(), WORKS);
    double[] known = Gallery.scores(behavior.train(planted.context()), Gallery.visitor(), WORKS);
    double[] styles = Gallery.scores(content.train(planted.context()), Gallery.visitor(), WORKS);

    assertThat(scorer.strategy().capabilities()).isEmpty();
    assertThat(inOrder(scores, planted.worth(), NEW, WORKS))
        .as("new works, seed %d", seed)
        .isGreaterThanOrEqualTo(inOrder(styles, planted.worth(), NEW, WORKS));
    assertThat(inOrder(scores, planted.worth(), 0, NEW))
        .as("known works, seed %d", seed)
        .isGreaterThan(0.98 * inOrder(known, planted.worth(), 0, NEW))
        .isGreaterThan(inOrder(styles, planted.worth(), 0, NEW));
  }

  /** The share of pairs that scores put in the right order; equal ones count half. */
  private static double inOrder(double[] scores, double[] worth, int from, int to) {
    double right = 0;
    int pairs = 0;
    for (int a = from; a < to; a++) {
      for (int b = from; b < to; b++) {
        if (worth[a] > worth[b]) {
          right += scores[a] > scores[b] ? 1 : scores[a] == scores[b] ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return right / pairs;
  }

  @Test
  void training_isTheSameAtAnyThreadCount_andForgetsWholly() {
    Planted planted = Planted.of(7);
    Stacked blend = Hybrid.stacked().folds(2).add(BEHAVIOR).add(CONTENT);
    Scorer one = blend.train(planted.context());
    Scorer four = blend.train(planted.context().workers(Workers.of(4)));
    double[] scores = Gallery.scores(one, Gallery.visitor(), WORKS);
    Interactions all = planted.context().dataset().interactions();
    Dataset others =
        Dataset.of(
            Gallery.works(WORKS), all.filter(row -> !all.userId(all.user(row)).equals("u3")));
    TrainingContext without = planted.context().with(others, 0);

    assertThat(Gallery.scores(four, Gallery.visitor(), WORKS)).containsExactly(scores);
    assertThat(one.updated(planted.context(), without)).isEmpty();
    assertThat(Gallery.scores(blend.train(without, one), Gallery.visitor(), WORKS))
        .containsExactly(Gallery.scores(blend.train(without), Gallery.visitor(), WORKS));
  }

  @Test
  void refreshing_keepsWeights_andCountsWorksAnew() {
    Planted planted = Planted.of(8);
    Scorer scorer = Hybrid.stacked().folds(2).add(BEHAVIOR).add(CONTENT).train(planted.context());
    Interactions all = planted.context().dataset().interactions();
    Interactions.Builder more = Interactions.builder();
    for (int row = 0; row < all.size(); row++) {
      more.addFrom(all, row);
    }
    for (int user = 0; user < 30; user++) {
      more.add("u" + user, "w" + NEW, InteractionKind.RATING, 5, 100);
    }
    TrainingContext after =
        planted.context().with(Dataset.of(Gallery.works(WORKS), more.build()), 0);
    Scorer refreshed = scorer.refreshed(planted.context(), after).orElseThrow();
    StackedWeights weights = Stacked.weights(refreshed).get(0);

    assertThat(weights).isSameAs(Stacked.weights(scorer).get(0));
    double[] of = weights.weights(Knowledge.MANY, Knowledge.NONE);
    double content = CONTENT.train(after).score(Gallery.visitor(), Candidates.of(NEW)).value(0);
    assertThat(refreshed.score(Gallery.visitor(), Candidates.of(NEW)).value(0))
        .isCloseTo(
            of[0] * 5 + of[1] * content + weights.intercept(Knowledge.MANY, Knowledge.NONE),
            within(1e-12));
  }

  @Test
  void partThatPredictsNothing_isStoodInForByTheOthers() {
    double none = Double.NaN;
    FixedScores a = new FixedScores("a", 4, 2, none, none).asRatings();
    FixedScores b = new FixedScores("b", 2, none, 5, none).asRatings();
    Scorer scorer = Hybrid.stacked().add(a).add(b).train(Gallery.context(4));

    assertThat(Gallery.scores(scorer, Gallery.visitor(), 4)).containsExactly(3, 2, 5, none);
    assertThat(scorer.score(Gallery.visitor(), Candidates.all(4)).contributions(2))
        .extracting(Contribution::strategy)
        .containsExactly("b");
  }

  @Test
  void severalAsked_areAnsweredByWhatTheyDid() {
    Planted planted = Planted.of(9);
    Scorer scorer = Hybrid.stacked().folds(2).add(BEHAVIOR).add(CONTENT).train(planted.context());
    StackedWeights weights = Stacked.weights(scorer).get(0);
    History history = planted.context().dataset().history(0);
    Query known = Query.builder(history, Preferences.none()).build();
    Candidates one = Candidates.of(NEW + 3);
    double content = CONTENT.train(planted.context()).score(known, one).value(0);
    double behavior = BEHAVIOR.train(planted.context()).score(known, one).value(0);
    List<Scores> both = scorer.scoreAll(List.of(Gallery.visitor(), known), one);

    for (Knowledge level : List.of(Knowledge.NONE, Knowledge.MANY)) {
      double[] of = weights.weights(Knowledge.NONE, level);
      assertThat(both.get(level == Knowledge.NONE ? 0 : 1).value(0))
          .isCloseTo(
              of[0] * behavior + of[1] * content + weights.intercept(Knowledge.NONE, level),
              within(1e-12));
    }
  }

  @Test
  void blendsWithin_showTheirWeights() {
    TrainingContext context = Planted.of(10).context();
    Strategy inner = Hybrid.stacked().folds(2).users(20).add(CONTENT);
    Scorer scorer =
        Hybrid.switching(Hybrid.stacked().folds(2).users(20).add(inner).add(BEHAVIOR))
            .fallback(CONTENT)
            .train(context);

    assertThat(Stacked.weights(scorer))
        .extracting(StackedWeights::parts)
        .containsExactly(List.of("stacked", "behavior"), List.of("content"));
    assertThat(Stacked.weights(CONTENT.train(context))).isEmpty();
  }

  @Test
  void training_tellsHowFarItIs_andStops() {
    ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    Cancellation cancellation = new Cancellation();
    Workers workers =
        Workers.of(1)
            .cancellation(cancellation)
            .progress((stage, done, total) -> heard.add(stage + " " + done + " of " + total));
    TrainingContext context = Planted.of(11).context().workers(workers);
    Stacked blend = Hybrid.stacked().folds(3).users(10).add(CONTENT);
    blend.train(context);
    assertThat(heard)
        .contains("learning weights of 'stacked' 0 of 3", "learning weights of 'stacked' 3 of 3");

    cancellation.cancel();
    assertThatThrownBy(() -> blend.train(context))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("training 'stacked', fold 1 of 3");
  }

  @Test
  void whatIsWithheld_dependsOnNobodyElse_andIsAllOnce() {
    Withheld withheld = new Withheld(5, 4, 0.1);
    List<Interaction> events = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      for (int work = 0; work < 50; work++) {
        events.add(Interaction.favorite("u" + user, "w" + work));
      }
    }
    Interactions all = Interactions.of(events);
    int cold = 0;
    int[] withheldIn = new int[events.size()];
    for (int fold = 0; fold < 4; fold++) {
      Interactions known = withheld.known(all, fold);
      assertThat(known.size()).isBetween(1000, 1400);
      for (int i = 0; i < withheldIn.length; i++) {
        long visitor = withheld.visitor(events.get(i).user());
        long work = withheld.work(events.get(i).artwork());
        withheldIn[i] += withheld.isWithheld(visitor, work, fold) ? 1 : 0;
      }
      for (int work = 0; work < 50; work++) {
        if (withheld.isCold(withheld.work("w" + work), fold)) {
          String id = "w" + work;
          assertThat(known.stream()).noneMatch(event -> event.artwork().equals(id));
          cold++;
        }
      }
      Interactions fewer =
          withheld.known(all.filter(row -> !all.userId(all.user(row)).equals("u7")), fold);
      assertThat(fewer.stream().toList())
          .isEqualTo(known.stream().filter(event -> !event.user().equals("u7")).toList());
    }
    assertThat(cold).isBetween(8, 35);
    assertThat(withheldIn).doesNotContain(0);
  }

  @Test
  void settings_areCheckedAndWritten() {
    Stacked blend =
        Hybrid.stacked().folds(3).cold(0.1).known(2, 9).borrowed(10).unseen(2).users(50);
    assertThat(blend.add(Popularity.allTime()).add(RandomOrder.seeded()))
        .hasToString(
            "stacked:folds=3,cold=0.1,some=2,many=9,borrowed=10.0,unseen=2,users=50(popularity | random)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> blend.folds(1))
        .withMessageContaining("folds of stacked is 1, expected");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> blend.known(9, 9))
        .withMessage(
            "many is 9 and some 9 of 'stacked', expected more events to be many than some");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> blend.train(Gallery.context(1)))
        .withMessage("blend 'stacked' has no strategies; add at least one");
  }
}
