package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.model.ModelFile;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Memory;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Query;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.VectorScorer;
import io.artrec.strategy.Wish;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link Strategy} and its {@link Scorer} must do: answer for visitors training never
 * saw, from their history; give the same scores for the same input at any thread count; score a
 * candidate the same whatever else is asked for, unless relative; break scores down into
 * contributions that add up; come back from a file bit-equal; rank held-out works better than
 * chance and popularity where it follows tastes; and have an answer for empty and tiny galleries.
 */
public abstract class StrategyContract {
  private static final SyntheticGallery CHOSEN = SyntheticGallery.of(300, 60, 20, 11);
  private static final SyntheticGallery RATED = SyntheticGallery.rated(300, 60, 20, 11);

  @TempDir Path folder;

  /** For subclasses. */
  protected StrategyContract() {}

  /**
   * Returns the strategy under test.
   *
   * @return the same strategy at every call
   */
  protected abstract Strategy strategy();

  /**
   * Returns the readers of the strategies that are not core's own.
   *
   * @return none unless overridden
   */
  protected List<StrategyReader> readers() {
    return List.of();
  }

  /**
   * Returns the words that every query carries.
   *
   * @return none unless overridden, as for strategies that answer only to wishes; the works of the
   *     gallery are called "Work 0" and so on, of "School 0" and so on
   */
  protected Optional<String> wish() {
    return Optional.empty();
  }

  /**
   * Tells whether scores follow the visitor's taste, so that they must find planted tastes.
   *
   * @return true unless overridden
   */
  protected boolean isPersonal() {
    return true;
  }

  /**
   * Tells whether a visitor is known by history alone, so that the same history handed in by a
   * stranger gets the same scores to the last bit.
   *
   * @return true unless overridden, as for factors that are folded in
   */
  protected boolean knowsVisitorsByHistoryAlone() {
    return true;
  }

  /**
   * Tells whether the strategy learns from ratings alone, so that it is tried with visitors who
   * rate.
   *
   * @return false unless overridden
   */
  protected boolean learnsFromRatings() {
    return false;
  }

  private SyntheticGallery gallery() {
    return learnsFromRatings() ? RATED : CHOSEN;
  }

  private SyntheticGallery gallery(int works, int users, int each, long seed) {
    return learnsFromRatings()
        ? SyntheticGallery.rated(works, users, each, seed)
        : SyntheticGallery.of(works, users, each, seed);
  }

  private Scorer trained() {
    return strategy().train(gallery().context(1));
  }

  private Query query(SyntheticGallery gallery, int user, boolean known) {
    History history =
        gallery.dataset().userCount() > user ? gallery.dataset().history(user) : History.none();
    return query(known ? OptionalInt.of(user) : OptionalInt.empty(), history);
  }

  private Query query(OptionalInt user, History history) {
    Preferences preferences = PreferenceModel.standard().apply(history, SyntheticGallery.NOW);
    return Query.builder(history, preferences)
        .user(user)
        .nowMillis(SyntheticGallery.NOW)
        .seed(7)
        .wish(wish().map(Wish::of))
        .build();
  }

  private Query stranger(SyntheticGallery gallery, InteractionKind kind, int... artworks) {
    List<Interaction> events = new ArrayList<>();
    for (int artwork : artworks) {
      events.add(Interaction.of("stranger", gallery.catalog().get(artwork).id(), kind));
    }
    return query(OptionalInt.empty(), Dataset.historyOf(gallery.catalog(), events));
  }

  private static double[] values(Scores scores) {
    double[] values = new double[scores.candidates().size()];
    for (int p = 0; p < values.length; p++) {
      values[p] = scores.isScored(p) ? scores.value(p) : Double.NEGATIVE_INFINITY;
    }
    return values;
  }

  @Test
  void name_isStable() {
    assertThat(strategy().name()).isEqualTo(strategy().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(trained().strategy().name()).isEqualTo(strategy().name());
  }

  @Test
  void history_getsTheAnswerOfTheTrainedVisitor() {
    Scorer scorer = trained();
    Candidates all = Candidates.all(gallery().catalog().size());
    for (int user = 0; user < 10; user++) {
      Scores known = scorer.score(query(gallery(), user, true), all);
      Scores unseen = scorer.score(query(gallery(), user, false), all);
      assertThat(unseen.scoredCount()).as("user %d", user).isPositive();
      assertThat(unseen.best(10)).as("user %d", user).hasSameSizeAs(known.best(10));
      if (knowsVisitorsByHistoryAlone()) {
        assertThat(values(unseen)).as("user %d", user).isEqualTo(values(known));
      }
    }
  }

  @Test
  void training_givesTheSameScores_atAnyThreadCount() {
    Scorer one = strategy().train(gallery().context(1));
    Scorer four = strategy().train(gallery().context(4));
    Candidates all = Candidates.all(gallery().catalog().size());
    for (int user = 0; user < 5; user++) {
      Query query = query(gallery(), user, true);
      assertThat(values(four.score(query, all))).isEqualTo(values(one.score(query, all)));
      assertThat(values(one.score(query, all))).isEqualTo(values(one.score(query, all)));
    }
  }

  @Test
  void subsetOfCandidates_isScoredAsTheWhole_unlessRelative() {
    Scorer scorer = trained();
    Scores whole =
        scorer.score(query(gallery(), 3, true), Candidates.all(gallery().catalog().size()));
    Candidates some = Candidates.of(2, 3, 50, 51, 52, 199, 299);
    Scores part = scorer.score(query(gallery(), 3, true), some);
    assertThat(part.candidates()).isSameAs(some);
    for (int p = 0; p < some.size() && !scorer.isRelative(); p++) {
      assertThat(part.get(p)).isEqualTo(whole.get(some.artwork(p)));
    }
  }

  @Test
  void noCandidates_getNoScores() {
    assertThat(trained().score(query(gallery(), 3, true), Candidates.of()).scoredCount()).isZero();
  }

  @Test
  void contributions_addUpToTheScore() {
    Scorer scorer = trained();
    for (int user = 0; user < 5; user++) {
      assertContributionsAddUp(gallery(), scorer, query(gallery(), user, true));
    }
    assertContributionsAddUp(gallery(), scorer, query(OptionalInt.empty(), History.none()));
    assertContributionsAddUp(
        gallery(), scorer, stranger(gallery(), InteractionKind.DISLIKE, 1, 6, 11, 12));
  }

  @Test
  void scorer_answersManyThreadsAtOnce() {
    Scorer scorer = trained();
    Candidates all = Candidates.all(gallery().catalog().size());
    List<double[]> alone = new ArrayList<>();
    for (int user = 0; user < 20; user++) {
      alone.add(values(scorer.score(query(gallery(), user, true), all)));
    }
    IntStream.range(0, 80)
        .parallel()
        .map(i -> i % 20)
        .forEach(
            user ->
                assertThat(values(scorer.score(query(gallery(), user, true), all)))
                    .isEqualTo(alone.get(user)));
  }

  @Test
  void savedScorer_comesBackBitEqual() {
    Scorer scorer = trained();
    Path file = folder.resolve("scorer");
    ModelFile.write(file, out -> StrategyReaders.write(scorer, out));
    StrategyReaders known = StrategyReaders.coreAnd(readers());
    Scorer loaded = ModelFile.read(file, in -> known.read(in, gallery().context(1)));
    Candidates all = Candidates.all(gallery().catalog().size());
    for (int user = 0; user < 5; user++) {
      Query query = query(gallery(), user, true);
      assertThat(values(loaded.score(query, all))).isEqualTo(values(scorer.score(query, all)));
    }
    assertThat(loaded.strategy().name()).isEqualTo(scorer.strategy().name());
    Scorer retrained = loaded.strategy().train(gallery().context(1));
    assertThat(values(retrained.score(query(gallery(), 1, true), all)))
        .as("the strategy that comes back trains as the one that was saved")
        .isEqualTo(values(scorer.score(query(gallery(), 1, true), all)));
  }

  @Test
  void updatedScorer_equalsATrainedOne_afterForgetting() {
    Interactions events = gallery().dataset().interactions();
    assertTakesIn(
        gallery().context(1),
        with(Dataset.of(gallery().catalog(), events.filter(row -> events.user(row) != 3))));
  }

  @Test
  void updatedScorer_equalsATrainedOne_afterNewEventsAndVisitors() {
    Interactions events = gallery().dataset().interactions();
    Interactions.Builder more = Interactions.builder();
    IntStream.range(0, events.size()).forEach(row -> more.addFrom(events, row));
    for (int i = 0; i < 12; i++) {
      InteractionKind kind = i % 4 == 0 ? InteractionKind.DISLIKE : InteractionKind.FAVORITE;
      more.add(
          i % 2 == 0 ? "newcomer" : gallery().dataset().userId(5),
          gallery().catalog().get(i * 7).id(),
          kind,
          1,
          SyntheticGallery.NOW);
    }
    assertTakesIn(gallery().context(1), with(Dataset.of(gallery().catalog(), more.build())));
  }

  @Test
  void updatedScorer_equalsATrainedOne_afterNewWorks() {
    Catalog fewer = Catalog.of(gallery().catalog().stream().limit(280).toList());
    Interactions events = gallery().dataset().interactions();
    TrainingContext before =
        TrainingContext.of(Dataset.of(fewer, events), FeatureStore.empty(fewer.size()));
    TrainingContext after =
        TrainingContext.of(gallery().dataset(), FeatureStore.empty(gallery().catalog().size()));
    try {
      assertThat(strategy().train(before)).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("feature");
      return;
    }
    assertTakesIn(before, after);
  }

  @Test
  void grownScorer_answersForALongerCatalogue() {
    int earlier = 280;
    TrainingContext whole = gallery().context(1);
    TrainingContext before = whole.first(earlier);
    TrainingContext after =
        before.over(before.dataset().over(gallery().catalog()), gallery().features());
    Scorer scorer = strategy().train(before);
    Scorer grown = scorer.grown(before, after);
    assertThat(grown.strategy().name()).isEqualTo(strategy().name());
    Candidates all = Candidates.all(gallery().catalog().size());
    Query known = query(OptionalInt.of(2), before.dataset().history(2));
    double[] first = values(scorer.score(known, Candidates.all(earlier)));
    double[] longer = values(grown.score(known, all));
    if (!grown.isRelative()) {
      double[] anew = values(strategy().train(after).score(known, all));
      assertThat(Arrays.copyOf(longer, earlier))
          .as("earlier works score as before, or as anew by their features")
          .satisfiesAnyOf(
              values -> assertThat(values).isEqualTo(first),
              values -> assertThat(values).isEqualTo(Arrays.copyOf(anew, earlier)));
    }
    Query withNew = stranger(gallery(), InteractionKind.FAVORITE, 3, earlier + 2, earlier + 9);
    for (Query query : List.of(known, withNew, query(OptionalInt.empty(), History.none()))) {
      assertContributionsAddUp(all, grown, query);
      Candidates few = Candidates.of(1, 5, earlier + 1, earlier + 4);
      assertThat(grown.score(query, few).candidates().size()).isEqualTo(4);
      assertThat(grown.propose(query, all.size(), some(all.size(), 1), 10).size())
          .isLessThanOrEqualTo(all.size());
    }
    Path file = folder.resolve("grown");
    ModelFile.write(file, out -> StrategyReaders.write(grown, out));
    Scorer read = ModelFile.read(file, in -> StrategyReaders.coreAnd(readers()).read(in, after));
    assertThat(values(read.score(withNew, all))).isEqualTo(values(grown.score(withNew, all)));
    grown
        .updated(after, with(gallery().dataset()))
        .ifPresent(
            updated ->
                assertClose(
                    values(updated.score(withNew, all)),
                    values(strategy().train(with(gallery().dataset())).score(withNew, all))));
    assertThat(values(scorer.score(known, Candidates.all(earlier)))).isEqualTo(first);
  }

  private TrainingContext with(Dataset dataset) {
    TrainingContext context = gallery().context(1);
    return context.with(dataset, context.nowMillis());
  }

  private static void assertClose(double[] actual, double[] expected) {
    for (int p = 0; p < expected.length; p++) {
      if (Double.isInfinite(expected[p])) {
        assertThat(actual[p]).as("artwork %d has no score", p).isEqualTo(expected[p]);
      } else {
        assertThat(actual[p])
            .as("artwork %d", p)
            .isCloseTo(expected[p], within(1e-9 * Math.max(1, Math.abs(expected[p]))));
      }
    }
  }

  private void assertTakesIn(TrainingContext before, TrainingContext after) {
    Scorer scorer = strategy().train(before);
    Candidates all = Candidates.all(after.catalog().size());
    List<Query> queries = new ArrayList<>();
    for (int user = 0; user < 5; user++) {
      queries.add(query(OptionalInt.of(user), after.dataset().history(user)));
    }
    List<double[]> previous = new ArrayList<>();
    for (int user = 0; user < 5; user++) {
      Query query = query(OptionalInt.of(user), before.dataset().history(user));
      previous.add(values(scorer.score(query, Candidates.all(before.catalog().size()))));
    }
    Scorer trained = strategy().train(after);
    scorer
        .updated(before, after)
        .ifPresent(
            updated -> {
              assertThat(updated.strategy().name()).isEqualTo(strategy().name());
              for (Query query : queries) {
                assertClose(values(updated.score(query, all)), values(trained.score(query, all)));
                assertContributionsAddUp(all, updated, query);
              }
            });
    scorer
        .refreshed(before, after)
        .ifPresent(
            refreshed -> queries.forEach(query -> assertContributionsAddUp(all, refreshed, query)));
    for (int user = 0; user < 5; user++) {
      Query query = query(OptionalInt.of(user), before.dataset().history(user));
      assertThat(values(scorer.score(query, Candidates.all(before.catalog().size()))))
          .as("the old scorer stays as it is")
          .isEqualTo(previous.get(user));
    }
  }

  @Test
  void vectorScorer_scoresByProducts() {
    if (!(trained() instanceof VectorScorer scorer)) {
      return;
    }
    Candidates all = Candidates.all(gallery().catalog().size());
    for (int user = 0; user < 5; user++) {
      Query query = query(gallery(), user, true);
      double[] products = new double[all.size()];
      scorer.works().innerProducts(scorer.vector(query).orElseThrow(), products);
      for (int artwork = 0; artwork < products.length; artwork++) {
        products[artwork] =
            scorer.works().isPresent(artwork) ? products[artwork] : Double.NEGATIVE_INFINITY;
      }
      assertThat(values(scorer.score(query, all))).isEqualTo(products);
    }
    Query nobody = query(OptionalInt.empty(), History.none());
    assertThat(scorer.vector(nobody).isPresent())
        .isEqualTo(scorer.score(nobody, all).scoredCount() > 0);
    List<Query> together = new ArrayList<>(List.of(nobody));
    for (int user = 0; user < 20; user++) {
      together.add(query(gallery(), user, user % 3 == 0));
    }
    List<Optional<float[]>> vectors = scorer.vectors(together);
    assertThat(vectors).hasSameSizeAs(together);
    for (int q = 0; q < vectors.size(); q++) {
      assertThat(vectors.get(q).orElse(new float[0]))
          .as("vector of query %d, together with others", q)
          .isEqualTo(scorer.vector(together.get(q)).orElse(new float[0]));
    }
  }

  @Test
  void severalTogether_areScoredAsEachAlone() {
    Scorer scorer = trained();
    List<Query> together = new ArrayList<>(List.of(query(OptionalInt.empty(), History.none())));
    for (int user = 0; user < 12; user++) {
      together.add(query(gallery(), user, user % 3 == 0));
    }
    for (Candidates candidates :
        List.of(Candidates.all(gallery().catalog().size()), Candidates.of(1, 3, 8, 20))) {
      List<Scores> all = scorer.scoreAll(together, candidates);
      assertThat(all).hasSameSizeAs(together);
      for (int q = 0; q < together.size(); q++) {
        Scores alone = scorer.score(together.get(q), candidates);
        assertThat(values(all.get(q))).as("query %d", q).isEqualTo(values(alone));
        for (int position : alone.best(3)) {
          assertThat(all.get(q).contributions(position)).isEqualTo(alone.contributions(position));
        }
      }
    }
  }

  /** What is multiplied elsewhere to the bit as here gives the same scores. */
  @Test
  void loadedScorer_asksWhereItsMatricesAre() {
    Scorer scorer = trained();
    CountedProducts counted = new CountedProducts();
    Scorer loaded = scorer.loaded(counted::of);
    assertThat(loaded.strategy()).isEqualTo(scorer.strategy());
    assertThat(loaded instanceof VectorScorer).isEqualTo(scorer instanceof VectorScorer);
    Candidates all = Candidates.all(gallery().catalog().size());
    for (int user = 0; user < 5; user++) {
      Query query = query(gallery(), user, true);
      assertThat(values(loaded.score(query, all))).isEqualTo(values(scorer.score(query, all)));
    }
    if (scorer instanceof VectorScorer) {
      assertThat(counted.matrices()).as("matrices of works").isPositive();
      assertThat(counted.products()).as("products of loaded matrices").isPositive();
    }
  }

  @Test
  void proposals_areTheBestOfAll() {
    Scorer scorer = trained();
    Query query = query(gallery(), 4, true);
    int size = gallery().catalog().size();
    Scores whole = scorer.score(query, Candidates.all(size));
    for (int step : new int[] {1, 3}) {
      BitSet works = some(size, step);
      Candidates proposed = scorer.propose(query, size, works, 20);
      assertThat(proposed.size()).isBetween(1, size);
      int[] artworks = new int[proposed.size()];
      for (int p = 0; p < artworks.length; p++) {
        artworks[p] = proposed.artwork(p);
      }
      assertThat(artworks).contains(whole.bestOf(1, works));
      assertThat(Arrays.stream(artworks).allMatch(works::get)).isTrue();
    }
  }

  private static BitSet some(int size, int step) {
    BitSet works = new BitSet(size);
    for (int work = 0; work < size; work += step) {
      works.set(work);
    }
    return works;
  }

  @Test
  void plantedTaste_isFound() {
    if (!isPersonal()) {
      return;
    }
    Scorer scorer = trained();
    double hits = 0;
    for (int user = 0; user < 20; user++) {
      Scores scores =
          scorer.score(query(gallery(), user, false), Candidates.all(gallery().catalog().size()));
      int taste = Integer.parseInt(gallery().dataset().userId(user).substring(1));
      for (int position : scores.best(10)) {
        hits += gallery().schoolOf(position) == taste % SyntheticGallery.SCHOOLS ? 1 : 0;
      }
    }
    assertThat(hits / 200).as("share of the own school; by chance 0.2").isGreaterThan(0.6);
  }

  @Test
  void heldOutWorks_rankHigherThanByChanceAndByPopularity() {
    if (!isPersonal()) {
      return;
    }
    double own = 0;
    double chance = 0;
    double popular = 0;
    for (long seed = 21; seed <= 23; seed++) {
      SyntheticGallery gallery = gallery(300, 80, 12, seed);
      own += ndcg(gallery, strategy());
      chance += ndcg(gallery, RandomOrder.seeded());
      popular += ndcg(gallery, Popularity.allTime());
    }
    assertThat(own / 3).as("nDCG@10 against chance").isGreaterThan(chance / 3);
    assertThat(own / 3).as("nDCG@10 against popularity").isGreaterThan(popular / 3);
  }

  @Test
  void withoutFeatures_trainingWorksOrSaysWhatIsMissing() {
    TrainingContext bare =
        TrainingContext.of(gallery().dataset(), FeatureStore.empty(gallery().catalog().size()));
    try {
      assertContributionsAddUp(gallery(), strategy().train(bare), query(gallery(), 0, true));
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("feature");
    }
  }

  @Test
  void withoutBehavior_thereIsADefinedAnswer() {
    SyntheticGallery gallery = gallery(30, 0, 0, 5);
    Scorer scorer = strategy().train(gallery.context(1));
    assertContributionsAddUp(gallery, scorer, query(OptionalInt.empty(), History.none()));
    assertContributionsAddUp(gallery, scorer, stranger(gallery, InteractionKind.FAVORITE, 0, 5));
  }

  @Test
  void everythingSeen_isStillAnswered() {
    SyntheticGallery gallery = gallery(20, 5, 100, 6);
    Scorer scorer = strategy().train(gallery.context(1));
    int[] everything = IntStream.range(0, 20).toArray();
    assertContributionsAddUp(gallery, scorer, query(gallery, 0, true));
    assertContributionsAddUp(
        gallery, scorer, stranger(gallery, InteractionKind.FAVORITE, everything));
    assertContributionsAddUp(
        gallery, scorer, stranger(gallery, InteractionKind.DISLIKE, everything));
  }

  @Test
  void hugeValues_giveFiniteScores() {
    Interactions.Builder huge = Interactions.builder();
    for (int i = 0; i < 20; i++) {
      float value = i % 3 == 0 ? -Float.MAX_VALUE : Float.MAX_VALUE;
      huge.add("u" + i % 4, "w" + i, InteractionKind.FAVORITE, value, SyntheticGallery.NOW - i);
    }
    Dataset dataset = Dataset.of(gallery().catalog(), huge.build());
    Scorer scorer = strategy().train(TrainingContext.of(dataset, gallery().features()));
    Query query = query(OptionalInt.of(0), dataset.history(0));
    assertContributionsAddUp(gallery(), scorer, query);
  }

  @Test
  void cancelledTraining_stopsOrFinishes() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    TrainingContext context = gallery().context(2);
    TrainingContext cancelled = context.workers(context.workers().cancellation(cancellation));
    try {
      assertContributionsAddUp(gallery(), strategy().train(cancelled), query(gallery(), 0, true));
    } catch (CancelledException e) {
      assertThat(e).hasMessageContaining("training");
    }
  }

  @Test
  void whatIsRememberedOfAHistory_changesNoScore() {
    Scorer scorer = trained();
    Candidates all = Candidates.all(gallery().catalog().size());
    for (int user = 0; user < 3; user++) {
      Query asked = query(gallery(), user, true);
      scorer.score(asked, all);
      Query again = asked.toBuilder().seed(11).nowMillis(SyntheticGallery.NOW + 1000).build();
      Query fresh = again.toBuilder().memory(new Memory()).build();

      assertThat(values(scorer.score(again, all)))
          .containsExactly(values(scorer.score(fresh, all)));
    }
  }

  @Test
  void visitorWithoutHistory_hasADefinedAnswer() {
    Query nobody =
        Query.builder(History.none(), Preferences.none())
            .nowMillis(SyntheticGallery.NOW)
            .seed(7)
            .build();
    Scores scores = trained().score(nobody, Candidates.all(gallery().catalog().size()));
    for (double value : values(scores)) {
      assertThat(value).isNotNaN();
    }
  }

  @Test
  void tinyAndEmptyGalleries_haveADefinedAnswer() {
    for (int works : new int[] {0, 1, 2}) {
      for (int users : new int[] {0, 1}) {
        SyntheticGallery gallery = gallery(works, users, 3, 5);
        TrainingContext context = gallery.context(1);
        assertContributionsAddUp(gallery, strategy().train(context), query(gallery, 0, false));
      }
    }
  }

  private static void assertContributionsAddUp(
      SyntheticGallery gallery, Scorer scorer, Query query) {
    assertContributionsAddUp(Candidates.all(gallery.catalog().size()), scorer, query);
  }

  private static void assertContributionsAddUp(Candidates all, Scorer scorer, Query query) {
    Scores scores = scorer.score(query, all);
    for (int p = 0; p < scores.candidates().size(); p++) {
      List<Contribution> contributions = scores.contributions(p);
      double score = scores.value(p);
      double sum = contributions.stream().mapToDouble(Contribution::amount).sum();
      assertThat(score).as("artwork %d", p).isFinite();
      assertThat(sum)
          .as("sum of the contributions to artwork %d", p)
          .isCloseTo(score, within(1e-6 * Math.max(1, Math.abs(score))));
      assertThat(contributions.isEmpty())
          .as("no contributions to artwork %d", p)
          .isEqualTo(!scores.isScored(p));
      assertThat(contributions)
          .isSortedAccordingTo((a, b) -> Double.compare(b.amount(), a.amount()));
      for (Contribution contribution : contributions) {
        if (contribution.cause() instanceof Cause.KnownArtwork known) {
          assertThat(query.preferences().contains(known.artwork())).isTrue();
        }
      }
    }
  }

  /** The mean nDCG@10 of a strategy that sees four of five events; liked works are relevant. */
  private double ndcg(SyntheticGallery gallery, Strategy strategy) {
    Interactions events = gallery.dataset().interactions();
    Dataset shown = Dataset.of(gallery.catalog(), events.filter(row -> row % 5 > 0));
    Dataset held = Dataset.of(gallery.catalog(), events.filter(row -> row % 5 == 0));
    Scorer scorer = strategy.train(TrainingContext.of(shown, gallery.features()));
    Candidates all = Candidates.all(gallery.catalog().size());
    double sum = 0;
    for (int user = 0; user < shown.userCount(); user++) {
      Query query = query(OptionalInt.of(user), shown.history(user));
      Set<Integer> relevant = new HashSet<>();
      held.userIndex(shown.userId(user))
          .ifPresent(index -> relevant.addAll(liked(held, index, query.preferences())));
      double gain = 0;
      double ideal = 0;
      int place = 0;
      for (int artwork : scorer.score(query, all).best(all.size())) {
        if (place < 10 && !query.preferences().contains(artwork)) {
          double discount = Math.log(2) / Math.log(place + 2.0);
          gain += relevant.contains(artwork) ? discount : 0;
          ideal += place < relevant.size() ? discount : 0;
          place++;
        }
      }
      sum += ideal > 0 ? gain / ideal : 0;
    }
    return sum / shown.userCount();
  }

  private static Set<Integer> liked(Dataset held, int user, Preferences known) {
    Set<Integer> liked = new HashSet<>();
    for (int position = held.begin(user); position < held.end(user); position++) {
      boolean positive = PreferenceModel.standard().weight(held.kind(position)) > 0;
      if (positive && !known.contains(held.artwork(position))) {
        liked.add(held.artwork(position));
      }
    }
    return liked;
  }

  @Test
  void savedStateThatDoesNotFit_isRefused_orAnswers() {
    SyntheticGallery gallery = gallery(14, 9, 7, 5);
    TrainingContext context = gallery.context(1);
    Scorer scorer = strategy().train(context);
    AlteredStates.areRefusedOrWork(
        folder,
        out -> StrategyReaders.write(scorer, out),
        file -> readAndAnswer(file, gallery, context));
  }

  private void readAndAnswer(Path file, SyntheticGallery gallery, TrainingContext context) {
    Scorer read = ModelFile.read(file, in -> StrategyReaders.coreAnd(readers()).read(in, context));
    Candidates all = Candidates.all(gallery.catalog().size());
    int[] everything = IntStream.range(0, gallery.catalog().size()).toArray();
    List<Query> queries =
        List.of(
            query(gallery, 0, true),
            query(OptionalInt.empty(), History.none()),
            stranger(gallery, InteractionKind.FAVORITE, everything),
            stranger(gallery, InteractionKind.RATING, everything));
    for (Query query : queries) {
      Scores scores = read.score(query, all);
      for (int position : scores.best(3)) {
        assertThat(scores.contributions(position)).isNotNull();
      }
    }
  }
}
