package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.PreferenceModel;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of the training of every method: progress, cancellation, kinds, dislikes, age. */
class TrainingTest {
  private static final int WORKS = 40;

  /** Methods that compute nothing before somebody asks, or nothing but means. */
  private static final Set<String> QUICK =
      Set.of("bias", "session-knn", "user-knn", "user-knn-rating");

  private static final Set<String> OF_RATINGS =
      Set.of(
          "additive-ratings",
          "bias",
          "biased-mf",
          "item-knn-rating",
          "slope-one",
          "svd-plus-plus",
          "user-knn-rating");

  static List<String> names() {
    return CfStrategies.names();
  }

  static Stream<String> ranking() {
    return names().stream()
        .filter(name -> !OF_RATINGS.contains(name))
        .map(
            name ->
                switch (name) {
                  case "pure-svd" -> "pure-svd:factors=4";
                  case "slim" -> "slim:l1=0.01,l2=1";
                  case "session-knn" -> "session-knn:idleMinutes=0";
                  default -> name;
                });
  }

  /** Visitors of two tastes, who like a third of their twenty works and rate some. */
  private static Behavior twoTastes() {
    Behavior world = Behavior.of(WORKS);
    SplittableRandom random = new SplittableRandom(12);
    for (int user = 0; user < 60; user++) {
      for (int work = 0; work < 20; work++) {
        if (random.nextInt(3) == 0) {
          int chosen = 20 * (user % 2) + work;
          world.likes(user, chosen).rates(user, chosen, 3 + random.nextInt(3));
        }
      }
    }
    return world;
  }

  private static TrainingContext context(
      Behavior world, PreferenceModel model, Progress progress, Cancellation cancellation) {
    return TrainingContext.of(world.dataset(), FeatureStore.empty(WORKS))
        .preferenceModel(model)
        .workers(Workers.of(2).progress(progress).cancellation(cancellation));
  }

  @ParameterizedTest
  @MethodSource("names")
  void progress_isHeardOfWhatIsDone(String name) {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    Progress progress =
        (stage, done, total) -> {
          assertThat(done).as(stage).isBetween(0L, total);
          heard.add(stage);
        };
    CfStrategies.parse(name)
        .train(context(twoTastes(), PreferenceModel.standard(), progress, new Cancellation()));
    assertThat(heard).isNotEmpty().allMatch(stage -> !stage.isBlank());
    if (!QUICK.contains(name) && !name.equals("combined-knn")) {
      assertThat(heard).anyMatch(stage -> stage.contains(name));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void cancelledTraining_stops(String name) {
    Cancellation before = new Cancellation();
    before.cancel();
    assertThatThrownBy(
            () ->
                CfStrategies.parse(name)
                    .train(
                        context(
                            twoTastes(), PreferenceModel.standard(), Progress.silent(), before)))
        .as(name)
        .isInstanceOf(CancelledException.class);
    if (!QUICK.contains(name)) {
      Cancellation within = new Cancellation();
      Progress progress = (stage, done, total) -> within.cancel();
      assertThatThrownBy(
              () ->
                  CfStrategies.parse(name)
                      .train(context(twoTastes(), PreferenceModel.standard(), progress, within)))
          .as(name)
          .isInstanceOf(CancelledException.class);
    }
  }

  /** The part of the scores that is the first taste's, -1 to 1; 0 for no score. */
  private static double leaning(String name, Behavior world, PreferenceModel model, Query query) {
    double[] values =
        Behavior.values(
            CfStrategies.parse(name)
                .train(context(world, model, Progress.silent(), new Cancellation()))
                .score(query, Candidates.all(WORKS)));
    double sum = 0;
    double all = 0;
    for (int work = 0; work < WORKS; work++) {
      double value = Double.isNaN(values[work]) ? 0 : values[work];
      sum += work < 20 ? value : -value;
      all += Math.abs(value);
    }
    return sum / all;
  }

  private static Query query(Behavior world, PreferenceModel model, List<Interaction> events) {
    var history = Dataset.historyOf(world.catalog(), events);
    return Query.builder(history, model.apply(history, 0)).seed(1).build();
  }

  private static Interaction event(int work, InteractionKind kind, long daysAgo) {
    return Interaction.of("me", "w" + work, kind).at(Instant.EPOCH.minus(Duration.ofDays(daysAgo)));
  }

  @ParameterizedTest
  @MethodSource("ranking")
  void kinds_countByTheirWeights_andDislikesAgainst(String name) {
    Behavior world = twoTastes();
    PreferenceModel model = PreferenceModel.standard();
    List<Double> leanings = new ArrayList<>();
    for (InteractionKind kind :
        List.of(InteractionKind.DISLIKE, InteractionKind.VIEW, InteractionKind.PURCHASE)) {
      List<Interaction> events = new ArrayList<>();
      for (int work = 0; work < 4; work++) {
        events.add(event(work, kind, 1));
        events.add(event(20 + work, InteractionKind.FAVORITE, 1));
      }
      leanings.add(leaning(name, world, model, query(world, model, events)));
    }
    assertThat(leanings.get(0)).as("%s, dislikes", name).isLessThan(leanings.get(1));
    assertThat(leanings.get(1)).as("%s, views", name).isLessThan(leanings.get(2));
  }

  @ParameterizedTest
  @MethodSource("ranking")
  void oldEvents_countLess_whenPreferencesDecay(String name) {
    Behavior world = twoTastes();
    PreferenceModel lasting = PreferenceModel.standard();
    PreferenceModel fading = lasting.withHalfLife(Duration.ofDays(10));
    List<Interaction> events = new ArrayList<>();
    for (int work = 0; work < 4; work++) {
      events.add(event(work, InteractionKind.FAVORITE, 30));
      events.add(event(20 + work, InteractionKind.FAVORITE, 0));
    }
    double before = leaning(name, world, lasting, query(world, lasting, events));
    double after = leaning(name, world, fading, query(world, fading, events));
    assertThat(after).as(name).isLessThan(before);
  }
}
