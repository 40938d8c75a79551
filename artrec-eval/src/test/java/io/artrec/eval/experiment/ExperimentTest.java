package io.artrec.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.eval.metric.UserValues;
import io.artrec.eval.split.Split;
import io.artrec.eval.split.Splits;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Capability;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Query;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {
  @TempDir Path folder;

  private static Experiment town() {
    return Experiment.of(Town.catalog(), Town.ratings()).threads(1);
  }

  /** Trains like popularity and counts how often. */
  private record Counting(AtomicInteger trainings) implements Strategy {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public Scorer train(TrainingContext context) {
      trainings.incrementAndGet();
      return Popularity.allTime().train(context);
    }

    @Override
    public String toString() {
      return "counting";
    }
  }

  private record Failing() implements Strategy {
    @Override
    public String name() {
      return "failing";
    }

    @Override
    public Scorer train(TrainingContext context) {
      throw new IllegalStateException("no luck");
    }
  }

  /**
   * Popularity after training: a 3, b 2, c 1; d has no score and is in no list. Visitor u knows a
   * and gets b c; v knows a and b and gets c; w, whom nobody knows, gets a b c.
   */
  @Test
  void popularity_byHand() {
    Catalog catalog =
        Catalog.of(
            Stream.of("a", "b", "c", "d").map(id -> Artwork.builder(id, id).build()).toList());
    Interactions training =
        events(Stream.of("u a", "v a", "v b", "x a", "x b", "x c").map(ExperimentTest::favorite));
    Interactions test = events(Stream.of("u c", "v d", "w a", "w d").map(ExperimentTest::favorite));
    ExperimentResult result =
        Experiment.of(catalog, Interactions.none())
            .split(new Split("given", 0, training, test, 0))
            .add("popularity", Popularity.allTime())
            .metrics("recall@2,map@2,mrr,auc")
            .run();
    RunResult run = result.run("popularity", "given").orElseThrow();
    assertThat(run.users()).containsExactly("u", "v", "w");
    assertThat(run.activity()).containsExactly(1, 2, 0);
    assertThat(values(run, "recall@2")).containsExactly(1, 0, 0.5);
    assertThat(values(run, "map@2")).containsExactly(0.5, 0, 0.5);
    // u: c second of b c d; v: d, without a score, below c; w: a first
    assertThat(values(run, "mrr")).containsExactly(0.5, 0.5, 1);
    // u: of b and d one above; v: c above; w: others b and c, a above both and d below both
    assertThat(values(run, "auc")).containsExactly(0.5, 0, 0.5);
    assertThat(result.value("popularity", "recall@2").orElseThrow()).isCloseTo(0.5, within(1e-15));
    assertThat(result.notes())
        .anySatisfy(note -> assertThat(note).contains("1 of 3 tested visitors"));
  }

  /** Predicts 3 for works of even index and nothing for others. */
  private record HalfOfRatings() implements Strategy {
    @Override
    public String name() {
      return "half";
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of(Capability.PREDICTS_RATINGS);
    }

    @Override
    public Scorer train(TrainingContext context) {
      return new Scorer() {
        @Override
        public Strategy strategy() {
          return HalfOfRatings.this;
        }

        @Override
        public Scores score(Query query, Candidates candidates) {
          Scores scores = new Scores(candidates);
          for (int position = 0; position < candidates.size(); position++) {
            if (candidates.artwork(position) % 2 == 0) {
              scores.set(position, 3);
            }
          }
          return scores;
        }

        @Override
        public void save(StateWriter out) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }

  @Test
  void ratingsThatAreNotPredicted_areCounted_ofKeptRunsToo() {
    Catalog catalog =
        Catalog.of(Stream.of("a", "b", "c").map(id -> Artwork.builder(id, id).build()).toList());
    Interactions training = events(Stream.of("v a", "v b").map(ExperimentTest::favorite));
    Interactions test =
        events(
            Stream.of(
                Interaction.rating("u", "a", 5),
                Interaction.rating("u", "b", 1),
                Interaction.rating("v", "c", 4),
                Interaction.favorite("w", "b")));
    for (String round : List.of("made", "kept")) {
      ExperimentResult result =
          Experiment.of(catalog, Interactions.none())
              .split(new Split("given", 0, training, test, 0))
              .add("half", new HalfOfRatings())
              .metrics("rmse,mae,prediction-coverage")
              .folder(folder)
              .run();
      assertThat(result.value("half", "mae")).as("a and c, by 2 and 1").hasValue(1.5);
      assertThat(result.notes())
          .as(round)
          .contains(
              "half could not predict 1 of 3 tested ratings on given; its errors are those of the"
                  + " rest");
    }
  }

  /** Scores works a, b and c alike for everybody. */
  private record Fixed(String name, double a, double b, double c) implements Strategy {
    @Override
    public Scorer train(TrainingContext context) {
      double[] all = {a, b, c};
      return new Scorer() {
        @Override
        public Strategy strategy() {
          return Fixed.this;
        }

        @Override
        public Scores score(Query query, Candidates candidates) {
          Scores scores = new Scores(candidates);
          for (int position = 0; position < candidates.size(); position++) {
            scores.set(position, all[candidates.artwork(position)]);
          }
          return scores;
        }

        @Override
        public void save(StateWriter out) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }

  /**
   * Among all three works the blend gives a .6 · 1 + .4 · 0 and b .6 · .9 + .4 · .5 = .74, so that
   * b is served first; among a and b alone it would give .6 and .4. Visitor u likes b and not a.
   */
  @Test
  void predictionsOfABlend_areThoseOfTheBlendThatIsServed() {
    Catalog catalog =
        Catalog.of(Stream.of("a", "b", "c").map(id -> Artwork.builder(id, id).build()).toList());
    Interactions training = events(Stream.of("v a", "v b").map(ExperimentTest::favorite));
    Interactions test =
        events(Stream.of(Interaction.favorite("u", "b"), Interaction.dislike("u", "a")));
    Strategy blend =
        Hybrid.weighted().add(.6, new Fixed("x", 1, .9, 0)).add(.4, new Fixed("y", 0, .5, 1));
    Experiment experiment =
        Experiment.of(catalog, Interactions.none())
            .split(new Split("given", 0, training, test, 0))
            .add("blend", blend)
            .metrics("gauc,mrr@1");
    ExperimentResult full = experiment.run();
    assertThat(full.value("blend", "mrr@1")).as("served first").hasValue(1);
    assertThat(full.value("blend", "gauc")).hasValue(1);
    assertThat(experiment.sampledNegatives(1, NegativeDraw.UNIFORM).run().value("blend", "gauc"))
        .as("the sampled work is c, the only one left")
        .hasValue(1);
  }

  private static Interactions events(Stream<Interaction> events) {
    return Interactions.of(events.toList());
  }

  private static Interaction favorite(String pair) {
    return Interaction.favorite(pair.substring(0, 1), pair.substring(2));
  }

  private static double[] values(RunResult run, String metric) {
    return run.measurement(metric).flatMap(m -> m.users()).map(UserValues::values).orElseThrow();
  }

  @Test
  void implausiblyBusyVisitors_areNotDropped() {
    Interactions.Builder events = Interactions.builder();
    for (int work = 0; work < 5000; work++) {
      events.add("busy", "w" + work, InteractionKind.FAVORITE, 1, 1000);
    }
    events.add("other", "w1", InteractionKind.FAVORITE, 1, 1000);
    Interactions all = events.build();
    Split split = new Split("all", 0, all, events(Stream.of(favorite("o w1"))), 1000);
    ExperimentResult result =
        Experiment.ofSplits()
            .split(split)
            .add("popularity", Popularity.allTime())
            .add("whole", builder -> builder.strategy(Popularity.allTime()))
            .metrics("recall@1,catalog-coverage/trained@1")
            .run();
    // w1 is the most popular because both count
    assertThat(result.value("popularity", "recall@1")).hasValue(1);
    assertThat(result.value("whole", "recall@1")).hasValue(1);
    assertThat(result.value("popularity", "catalog-coverage/trained@1").orElseThrow())
        .isCloseTo(1 / 5000.0, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void anyNumberOfThreads_sameNumbers(int threads) {
    String metrics = "ndcg@10,recall@20,auc,novelty@10,diversity@10,gini@10,serendipity@10";
    ExperimentResult one = compared(metrics).threads(1).run();
    ExperimentResult many = compared(metrics).threads(threads).run();
    for (int run = 0; run < one.runs().size(); run++) {
      RunResult a = one.runs().get(run);
      RunResult b = many.runs().get(run);
      assertThat(b.recommender()).isEqualTo(a.recommender());
      for (String metric : one.metrics()) {
        assertThat(b.measurement(metric).orElseThrow().value())
            .as("%s of %s", metric, a.recommender())
            .isEqualTo(a.measurement(metric).orElseThrow().value());
      }
      assertThat(values(b, "ndcg@10")).isEqualTo(values(a, "ndcg@10"));
      assertThat(b.provenance()).isEqualTo(a.provenance());
    }
  }

  private static Experiment compared(String metrics) {
    return town()
        .split("k-fold:folds=3")
        .add("popularity", Popularity.allTime())
        .add("random", RandomOrder.seeded())
        .metrics(metrics);
  }

  @Test
  void strategyAndWholeRecommender_giveTheSameLists() {
    ExperimentResult result =
        town()
            .split("per-user:ratio=0.3")
            .add("strategy", Popularity.allTime())
            .add("recommender", builder -> builder.strategy(Popularity.allTime()))
            .metrics("ndcg@10,auc")
            .run();
    assertThat(result.value("recommender", "ndcg@10"))
        .isEqualTo(result.value("strategy", "ndcg@10"));
    assertThat(result.value("recommender", "auc")).isEmpty();
    assertThat(result.notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .isEqualTo(
                        "recommender is a whole recommender and answers with lists: no auc"));
  }

  @Test
  void knownEventsOfColdVisitors_areToldToBoth() {
    ExperimentResult result =
        town()
            .split("cold-user:ratio=0.3,fold-in=0.5")
            .add("strategy", Popularity.allTime())
            .add("recommender", builder -> builder.strategy(Popularity.allTime()))
            .metrics("recall@10,unexpectedness@10")
            .run();
    assertThat(result.value("strategy", "recall@10"))
        .isPresent()
        .isEqualTo(result.value("recommender", "recall@10"));
    assertThat(result.value("strategy", "unexpectedness@10")).isPresent();
    assertThat(result.runs().get(0).activity()).allSatisfy(n -> assertThat(n).isPositive());
  }

  @Test
  void folder_keepsFinishedRunsAndGoesOn() throws IOException {
    AtomicInteger trainings = new AtomicInteger();
    ExperimentResult first = kept(trainings, "ndcg@10,rmse").run();
    assertThat(trainings).hasValue(2);
    ExperimentResult again = kept(trainings, "ndcg@10,rmse").run();
    assertThat(trainings).hasValue(2);
    assertThat(values(again.runs().get(0), "ndcg@10"))
        .isEqualTo(values(first.runs().get(0), "ndcg@10"));
    assertThat(again.runs())
        .map(RunResult::breakdowns)
        .isEqualTo(first.runs().stream().map(RunResult::breakdowns).toList());
    assertThat(again.runs())
        .map(RunResult::timing)
        .isEqualTo(first.runs().stream().map(RunResult::timing).toList());
    kept(trainings, "ndcg@5").run();
    assertThat(trainings).as("other metrics").hasValue(4);
    kept(trainings, "ndcg@10,rmse").seed(1).run();
    assertThat(trainings).as("another seed").hasValue(6);
    try (Stream<Path> files = Files.list(folder)) {
      Files.writeString(files.sorted().findFirst().orElseThrow(), "damaged");
    }
    kept(trainings, "ndcg@10,rmse").run();
    kept(trainings, "ndcg@5").run();
    kept(trainings, "ndcg@10,rmse").seed(1).run();
    assertThat(trainings).as("one file was damaged and is made again").hasValue(7);
  }

  private Experiment kept(AtomicInteger trainings, String metrics) {
    return town()
        .split("k-fold:folds=2")
        .add("counting", new Counting(trainings))
        .metrics(metrics)
        .breakdown("activity", "popularity", "movement")
        .folder(folder);
  }

  @Test
  void cancelled_stopsAndKeepsWhatIsFinished() {
    AtomicInteger trainings = new AtomicInteger();
    Cancellation cancellation = new Cancellation();
    Experiment experiment =
        kept(trainings, "ndcg@10")
            .cancellation(cancellation)
            .progress(
                (stage, done, total) -> {
                  if (stage.equals("experiment") && done == 1) {
                    cancellation.cancel();
                  }
                });
    assertThatThrownBy(experiment::run).isInstanceOf(CancelledException.class);
    assertThat(trainings).hasValue(1);
    kept(trainings, "ndcg@10").run();
    assertThat(trainings).hasValue(2);
  }

  @Test
  void progress_countsRuns() {
    List<String> seen = new ArrayList<>();
    compared("ndcg@10")
        .progress(
            (stage, done, total) -> {
              if (stage.equals("experiment")) {
                seen.add(done + "/" + total);
              }
            })
        .run();
    assertThat(seen).startsWith("0/6").endsWith("6/6").contains("3/6");
  }

  @Test
  void oneFails_othersGoOnAndANoteSaysSo() {
    ExperimentResult result =
        town()
            .split("random")
            .add("popularity", Popularity.allTime())
            .add("failing", new Failing())
            .metrics("ndcg@10")
            .run();
    assertThat(result.run("failing", result.splits().get(0))).isEmpty();
    assertThat(result.value("popularity", "ndcg@10")).isPresent();
    assertThat(result.notes())
        .anySatisfy(
            note -> assertThat(note).startsWith("failing failed on random").endsWith("no luck"));
  }

  @Test
  void allFail_saysWhy() {
    assertThatThrownBy(
            () -> town().split("random").add("f", new Failing()).metrics("ndcg@10").run())
        .isInstanceOf(ExperimentException.class)
        .hasMessageStartingWith("no recommender gave a result: f failed on random")
        .hasMessageEndingWith("no luck");
  }

  @Test
  void sampledNegatives_areWarnedAbout() {
    ExperimentResult result =
        town()
            .split("per-user:ratio=0.2")
            .add("popularity", Popularity.allTime())
            .sampledNegatives(5, NegativeDraw.UNIFORM)
            .metrics("hit-rate@3")
            .run();
    assertThat(result.notes().get(0))
        .startsWith("5 sampled negatives: tested works were ranked among sampled ones")
        .contains("do not compare them with others");
    ExperimentResult full =
        town()
            .split("per-user:ratio=0.2")
            .add("popularity", Popularity.allTime())
            .metrics("hit-rate@3")
            .run();
    assertThat(result.value("popularity", "hit-rate@3").orElseThrow())
        .isGreaterThan(full.value("popularity", "hit-rate@3").orElseThrow());
  }

  @Test
  void learningCurve_makesASplitForEachShare() {
    ExperimentResult result =
        town()
            .split("per-user:ratio=0.2")
            .add("popularity", Popularity.allTime())
            .metrics("ndcg@10")
            .learningCurve(0.25, 1)
            .run();
    assertThat(result.splits())
        .containsExactly("per-user:ratio=0.2 share=0.25", "per-user:ratio=0.2 share=1.0");
  }

  @Test
  void breakdowns_addUpToAllTestedWorks() {
    ExperimentResult result =
        town()
            .split("per-user:ratio=0.3")
            .add("popularity", Popularity.allTime())
            .metrics("recall@10")
            .breakdown("activity", "popularity", "movement", "artist")
            .run();
    List<Breakdown> all = result.runs().get(0).breakdowns();
    assertThat(all)
        .map(Breakdown::by)
        .containsExactly("activity", "popularity", "movement", "artist");
    int[] relevant = all.stream().skip(1).mapToInt(ExperimentTest::size).toArray();
    assertThat(relevant).containsOnly(relevant[0]);
    double hits =
        all.get(1).groups().stream().mapToDouble(g -> g.size() * g.value().orElse(0)).sum();
    for (Breakdown breakdown : all.subList(2, 4)) {
      assertThat(breakdown.groups().stream().mapToDouble(g -> g.size() * g.value().orElse(0)).sum())
          .isCloseTo(hits, within(1e-9));
    }
    assertThat(all.get(0).measure()).isEqualTo("recall@10");
    assertThat(size(all.get(0)))
        .isEqualTo(
            result
                .runs()
                .get(0)
                .measurement("recall@10")
                .orElseThrow()
                .users()
                .orElseThrow()
                .count());
    assertThat(all.get(2).groups()).map(Breakdown.Group::name).contains("cubism", "fauvism");
  }

  private static int size(Breakdown breakdown) {
    return breakdown.groups().stream().mapToInt(Breakdown.Group::size).sum();
  }

  @Test
  void provenance_differsWhereAnythingDiffers() {
    Provenance base = provenance(town(), "popularity");
    assertThat(provenance(town(), "popularity")).isEqualTo(base);
    assertThat(provenance(town().seed(1), "popularity").seed()).isEqualTo(1);
    assertThat(
            provenance(
                town().preferences(PreferenceModel.standard().withRatingScale(0, 5)), "popularity"))
        .isNotEqualTo(base);
    assertThat(
            provenance(
                    Experiment.of(Town.catalog(), Town.events(InteractionKind.VIEW, true)),
                    "popularity")
                .data())
        .isNotEqualTo(base.data());
    assertThat(base.data()).matches("[0-9a-f]{64}");
    assertThat(base.configuration()).contains("popularity", "per-user:ratio=0.2", "ndcg@10");
  }

  private static Provenance provenance(Experiment experiment, String name) {
    return experiment
        .split("per-user:ratio=0.2")
        .add(name, Popularity.allTime())
        .metrics("ndcg@10")
        .run()
        .runs()
        .get(0)
        .provenance();
  }

  @Test
  void nothingGiven_listsAllThatIsMissing() {
    assertThatThrownBy(() -> town().run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the experiment lacks a recommender: add(name, strategy); a metric:"
                + " metrics(\"ndcg@10\"); a split: split(\"per-user:ratio=0.2\")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "diversity/look@5; metric 'diversity/look@5' needs feature 'look', and there is none; add it"
            + " with features(...)",
        "calibration/genre@5; metric 'calibration/genre@5' needs works with a genre, and no work of"
            + " the catalogue has one",
        "exposure-gini/technique@5; needs works with a technique",
      })
  void metricThatTheDataCannotGive_saysWhatIsMissing(String metric, String message) {
    assertThatThrownBy(
            () -> town().split("random").add("p", Popularity.allTime()).metrics(metric).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void noRatings_rmseSaysSo() {
    assertThatThrownBy(
            () ->
                Experiment.of(Town.catalog(), Town.events(InteractionKind.VIEW, true))
                    .split("random")
                    .add("p", Popularity.allTime())
                    .metrics("rmse")
                    .run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "metric 'rmse' needs ratings, and no tested event is one; leave it out or load ratings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"global-time", "leave-last-out", "rolling:width=1d"})
  void noTimes_splitsByTimeSaySo(String split) {
    assertThatThrownBy(
            () ->
                Experiment.of(Town.catalog(), Town.events(InteractionKind.RATING, false))
                    .split(split)
                    .add("p", Popularity.allTime())
                    .metrics("ndcg@10")
                    .run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs times")
        .hasMessageContaining("have none; load events with a column for the time");
  }

  @Test
  void nothingRelevant_saysHowToChangeThat() {
    assertThatThrownBy(
            () ->
                town()
                    .preferences(PreferenceModel.standard().withRatingScale(10, 20))
                    .split("random")
                    .add("p", Popularity.allTime())
                    .metrics("ndcg@10")
                    .run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("metric 'ndcg@10' needs relevant works")
        .hasMessageContaining("set another rating scale or other weights with preferences(...)");
  }

  @Test
  void onePartEmpty_saysWhich() {
    Split nothingToTest = new Split("given", 0, Town.ratings(), Interactions.none(), 0);
    Split nothingToLearn = new Split("given", 0, Interactions.none(), Town.ratings(), 0);
    assertThatThrownBy(() -> on(nothingToTest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("split 'given' leaves nothing to test on; test on more");
    assertThatThrownBy(() -> on(nothingToLearn))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("split 'given' leaves nothing to learn from; test on less");
  }

  private static ExperimentResult on(Split split) {
    return Experiment.of(Town.catalog(), Interactions.none())
        .split(split)
        .add("p", Popularity.allTime())
        .metrics("ndcg@10")
        .run();
  }

  @Test
  void testedWorksThatTheCatalogueLacks_areCountedOrRefused() {
    Interactions strange = events(Stream.of(Interaction.favorite("v1", "elsewhere")));
    assertThatThrownBy(() -> on(new Split("given", 0, Town.ratings(), strange, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none of whose works is in the catalogue");
    Interactions mixed =
        events(
            Stream.of(Interaction.favorite("v1", "elsewhere"), Interaction.favorite("v1", "w39")));
    assertThat(on(new Split("given", 0, Town.ratings(), mixed, 0)).notes())
        .contains("given: 1 tested events were left out, because the catalogue lacks their works");
  }

  @Test
  void testedWorksUnknownToTraining_areNoted() {
    Interactions test = events(Stream.of(Interaction.favorite("v1", "w5")));
    Interactions training = events(Stream.of(Interaction.favorite("v1", "w1")));
    assertThat(on(new Split("given", 0, training, test, 0)).notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("1 of 1 tested works had no event to learn from")
                    .contains("learning from behaviour alone cannot recommend them"));
  }

  @Test
  void equalScoresEverywhere_tiesCountHalfAndNothingIsNaN() {
    Interactions training = events(Stream.of("u w0", "v w1").map(ExperimentTest::favorite));
    Interactions test = events(Stream.of("u w30").map(ExperimentTest::favorite));
    ExperimentResult result =
        Experiment.of(Town.catalog(), Interactions.none())
            .split(new Split("given", 0, training, test, 0))
            .add("p", Popularity.allTime())
            .metrics("auc,ndcg@10,mrr,cross-entropy,gini@10,auc/predictions")
            .run();
    // of 38 others w1 stands above, 37 are tied
    assertThat(result.value("p", "auc").orElseThrow())
        .isCloseTo((38 - 1 - 37 / 2.0) / 38, within(1e-12));
    result
        .metrics()
        .forEach(
            metric ->
                result
                    .value("p", metric)
                    .ifPresent(value -> assertThat(value).as(metric).isFinite()));
    // one class only
    assertThat(result.value("p", "auc/predictions")).isEmpty();
  }

  @Test
  void names_areTakenOnce() {
    assertThatThrownBy(() -> town().add("p", Popularity.allTime()).add("p", RandomOrder.seeded()))
        .hasMessage("recommender 'p' is added twice, expected different names");
    assertThatThrownBy(() -> town().metrics("ndcg@10").metrics("ndcg@10"))
        .hasMessage("metric 'ndcg@10' is added twice, expected once");
    assertThatThrownBy(() -> town().learningCurve(1.5))
        .hasMessage("share of the training part is 1.5, expected above 0 and up to 1");
  }

  @Test
  void contentWithoutFeatures_failsWithAReason() {
    assertThatThrownBy(
            () ->
                town()
                    .split("random")
                    .add("content", ContentBased.cosine())
                    .metrics("ndcg@10")
                    .run())
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("content failed on random")
        .hasMessageContaining("feature");
  }

  @Test
  void savedSplits_giveTheSameNumbers() {
    List<Split> splits =
        Splits.parse("per-user:ratio=0.2").split(Town.catalog(), Town.ratings(), 3);
    Splits.save(splits, folder.resolve("splits"));
    double before = on(splits.get(0)).value("p", "ndcg@10").orElseThrow();
    double after =
        on(Splits.load(folder.resolve("splits")).get(0)).value("p", "ndcg@10").orElseThrow();
    assertThat(after).isEqualTo(before);
    assertThat(String.format(Locale.ROOT, "%s", after)).doesNotContain("NaN");
  }
}
