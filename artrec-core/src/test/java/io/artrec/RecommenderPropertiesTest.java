package io.artrec;

import static io.artrec.Fixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import io.artrec.rerank.Mmr;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.GroupRule;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.Trending;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises that everything composes on, for every strategy of core. */
class RecommenderPropertiesTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 20, 12, 2);

  static Stream<Strategy> strategies() {
    return Stream.of(
        ContentBased.cosine(),
        ContentBased.preferred().nearest(3),
        Popularity.allTime(),
        Trending.weekly(),
        RandomOrder.seeded(),
        Hybrid.weighted().add(0.7, ContentBased.cosine()).add(0.3, Popularity.allTime()),
        Hybrid.switching(ContentBased.cosine()).fallback(Popularity.allTime()),
        Hybrid.reciprocalRankFusion().add(ContentBased.cosine()).add(Popularity.allTime()),
        Hybrid.cascade(ContentBased.cosine()).refine(Popularity.allTime()),
        Hybrid.mixed().add(2, ContentBased.cosine()).add(Trending.weekly()));
  }

  private static Recommender build(Strategy strategy) {
    return Fixture.builder(CATALOG, EVENTS).strategy(strategy).threads(1).build();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void historyInTheRequest_getsTheAnswerOfTheVisitorWithThatHistory(Strategy strategy) {
    Recommender recommender = build(strategy);
    for (int user = 0; user < 4; user++) {
      String id = "u" + user;
      List<Interaction> history = EVENTS.stream().filter(e -> e.user().equals(id)).toList();
      List<Recommendation> unseen =
          recommender.recommend(RecommendationRequest.forHistory(history).n(10).build());

      assertThat(unseen).hasSize(10);
      if (!uses(strategy, "random")) {
        assertThat(ids(unseen)).isEqualTo(ids(recommender.recommend(id, 10)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void historyBesideAnId_countsForStrangersAndKnownAlike(Strategy strategy) {
    Recommender told = build(strategy);
    Recommender recorded = build(strategy);
    List<Interaction> more =
        List.of(Interaction.favorite("x", "w3-1"), Interaction.dislike("x", "w1-1"));
    for (String user : List.of("stranger", "u1")) {
      more.forEach(
          event ->
              recorded.record(
                  Interaction.of(user, event.artwork(), event.kind()).at(Fixture.CLOCK.instant())));
      List<Interaction> dated = more.stream().map(e -> e.at(Fixture.CLOCK.instant())).toList();
      assertThat(told.recommend(RecommendationRequest.forUser(user).history(dated).build()))
          .extracting(RecommenderPropertiesTest::line)
          .hasSize(10)
          .isEqualTo(recorded.recommend(user, 10).stream().map(r -> line(r)).toList());
    }
  }

  private static boolean uses(Strategy strategy, String name) {
    return strategy.toString().contains(name);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void hardFilter_holdsOnEveryPath_theFallbackIncluded(Strategy strategy) {
    Filter cubism = Filter.of("cubism", artwork -> artwork.movements().contains("Cubism"));
    Filter two = Filter.of("two", artwork -> artwork.id().matches("w2-[01]"));
    Recommender standing =
        Fixture.builder(CATALOG, EVENTS)
            .strategy(strategy)
            .filter(cubism)
            .rerank(Mmr.lambda(0.5))
            .build();
    for (String user : List.of("u0", "u1", "u2", "nobody")) {
      assertThat(standing.recommend(user, 25))
          .isNotEmpty()
          .allMatch(r -> r.artwork().movements().contains("Cubism"));
      assertThat(
              standing.recommend(
                  RecommendationRequest.forUser(user).filter(two).includeSeen().n(10).build()))
          .extracting(r -> r.artwork().id())
          .containsExactlyInAnyOrder("w2-0", "w2-1");
    }
    assertThat(standing.similar("w0-0", 5))
        .isNotEmpty()
        .allMatch(r -> r.artwork().movements().contains("Cubism"));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void filtersAndExclusions_addUp_andNoWorkComesTwice(Strategy strategy) {
    Recommender recommender =
        Fixture.builder(CATALOG, EVENTS)
            .strategy(strategy)
            .filter(Filters.movement("Cubism"))
            .rerank(Mmr.lambda(0.3))
            .build();
    RecommendationRequest.Builder early =
        RecommendationRequest.forUser("nobody")
            .filter(Filter.of("early", a -> a.id().matches("w[0-3]-[0-9]")))
            .exclude("w2-4", "w0-1");
    for (int n : new int[] {3, 50}) {
      List<Recommendation> answer = recommender.recommend(early.n(n).build());
      assertThat(answer)
          .hasSize(Math.min(n, 9))
          .extracting(r -> r.artwork().id())
          .doesNotHaveDuplicates()
          .allMatch(id -> id.startsWith("w2-") && !id.equals("w2-4"));
      assertThat(answer)
          .extracting(Recommendation::rank)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, answer.size()).boxed().toList());
    }
    assertThat(ids(recommender.similar("w2-4", 50))).doesNotContain("w2-4").hasSize(29);
  }

  @Test
  void eligibleWorkFarDownTheRanking_isFoundWithItsOwnReason() {
    Recommender recommender = build(ContentBased.cosine());
    for (int work = 0; work < CATALOG.size(); work += 7) {
      String only = CATALOG.get(work).id();
      assertThat(
              recommender.recommend(
                  RecommendationRequest.forUser("u0")
                      .includeSeen()
                      .filter(Filters.only(List.of(only)))
                      .n(1)
                      .build()))
          .singleElement()
          .satisfies(r -> assertThat(r.artwork().id()).isEqualTo(only))
          .satisfies(r -> assertThat(r.explanation().isFallback()).isFalse());
    }
  }

  @Test
  void nothingKnownOfVisitorOrWork_stillGetsAnAnswerThatSaysSo() {
    Recommender tasteOnly = build(ContentBased.cosine());
    Explanation why = tasteOnly.explain("nobody", "w0-0");
    assertThat(why.isFallback()).isTrue();
    assertThat(why.contributions().stream().mapToDouble(Contribution::amount).sum())
        .isCloseTo(why.score(), within(1e-9));

    Recommender bare = Recommender.builder().catalog(CATALOG).build();
    assertThat(bare.similar("w0-0", 3))
        .hasSize(3)
        .allMatch(r -> r.explanation().isFallback())
        .noneMatch(r -> r.artwork().id().equals("w0-0"));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void contributions_addUpToTheScore(Strategy strategy) {
    Recommender recommender = build(strategy);
    for (String user : List.of("u0", "u3", "nobody")) {
      for (Recommendation r : recommender.recommend(user, 40)) {
        assertThat(sum(r)).as(r.artwork().id()).isCloseTo(r.score(), within(1e-6));
      }
    }
    for (GroupRule rule : GroupRule.values()) {
      RecommendationRequest group =
          RecommendationRequest.forGroup("u0", "u1", "u2").groupRule(rule).n(30).build();
      assertThat(recommender.recommend(group))
          .hasSize(30)
          .allSatisfy(r -> assertThat(sum(r)).isCloseTo(r.score(), within(1e-6)));
    }
    assertThat(recommender.similar("w1-3", 30))
        .allSatisfy(r -> assertThat(sum(r)).isCloseTo(r.score(), within(1e-6)));
  }

  private static double sum(Recommendation r) {
    return r.explanation().contributions().stream().mapToDouble(Contribution::amount).sum();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void answer_isNeverEmptyWhileAnEligibleWorkExists(Strategy strategy) {
    Recommender recommender = build(strategy);
    List<Recommendation> all = recommender.recommend("nobody", 500);
    assertThat(new HashSet<>(ids(all))).hasSize(CATALOG.size());

    Recommender silent =
        Recommender.builder().catalog(CATALOG).strategy(Popularity.allTime()).build();
    assertThat(silent.recommend("anybody", 3))
        .hasSize(3)
        .allMatch(r -> r.explanation().isFallback())
        .allMatch(r -> r.explanation().toString().contains("too little is known"));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void sameInput_givesTheSameAnswerAtAnyThreadCount(Strategy strategy) {
    List<List<String>> answers = new ArrayList<>();
    for (int threads : new int[] {1, 4}) {
      Recommender recommender =
          Fixture.builder(CATALOG, EVENTS).strategy(strategy).threads(threads).build();
      List<RecommendationRequest> requests =
          IntStream.range(0, 20)
              .mapToObj(u -> RecommendationRequest.forUser("u" + u).n(15).build())
              .toList();
      List<String> flat = new ArrayList<>();
      recommender.recommendAll(requests).forEach(a -> a.forEach(r -> flat.add(line(r))));
      List<String> single = new ArrayList<>();
      requests.forEach(q -> recommender.recommend(q).forEach(r -> single.add(line(r))));
      assertThat(flat).as("a batch is a loop of singles").isEqualTo(single);
      answers.add(flat);
    }
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
  }

  @Test
  void equalScores_areOrderedByCatalogPosition() {
    List<Interaction> likes = new ArrayList<>(List.of(Interaction.favorite("a", "w0-3")));
    CATALOG.stream().forEach(work -> likes.add(Interaction.favorite("by-" + work.id(), work.id())));
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(likes)
            .strategy(Popularity.allTime())
            .build();
    List<String> expected = new ArrayList<>(List.of("w0-3"));
    CATALOG.stream().map(a -> a.id()).filter(id -> !id.equals("w0-3")).forEach(expected::add);

    assertThat(ids(recommender.recommend("b", CATALOG.size()))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void recordThenRecommend_seesTheRecord(Strategy strategy) {
    Recommender recommender = build(strategy);
    String first = recommender.recommend("u1", 1).get(0).artwork().id();
    recommender.record(Interaction.view("u1", first));
    assertThat(ids(recommender.recommend("u1", 200))).doesNotContain(first);
  }

  @Test
  void favorite_turnsTheNextAnswerToItsKind() {
    Recommender recommender = build(ContentBased.cosine());
    recommender.record(Interaction.favorite("new", "w2-5"));
    assertThat(recommender.recommend("new", 5))
        .allMatch(r -> r.artwork().movements().contains("Cubism"))
        .allMatch(r -> r.explanation().toString().contains(" Cubism no. 5, which you liked"));
    recommender.record(Interaction.dislike("new", "w2-5"));
    recommender.record(Interaction.favorite("new", "w0-5"));
    assertThat(recommender.recommend("new", 5))
        .allMatch(r -> r.artwork().movements().contains("Ukiyo-e"));
  }

  @Test
  void readersDuringWrites_neverSeeHalfAnUpdate() throws Exception {
    Recommender recommender = build(Hybrid.weighted().add(1, ContentBased.cosine()));
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int t = 0; t < 2; t++) {
        String user = "writer" + t;
        futures.add(
            executor.submit(
                () -> {
                  for (int i = 0; i < 60; i++) {
                    String work = CATALOG.get(i).id();
                    recommender.record(Interaction.favorite(user, work));
                    Set<String> answer =
                        new HashSet<>(ids(recommender.recommend(user, CATALOG.size())));
                    for (int seen = 0; seen <= i; seen++) {
                      assertThat(answer).doesNotContain(CATALOG.get(seen).id());
                    }
                  }
                }));
      }
      futures.add(
          executor.submit(
              () -> {
                for (int i = 0; i < 30; i++) {
                  recommender.retrain();
                }
              }));
      for (Future<?> future : futures) {
        future.get();
      }
    } finally {
      executor.shutdownNow();
    }
    recommender.retrain();
    assertThat(
            recommender
                .dataset()
                .history(recommender.dataset().userIndex("writer0").orElseThrow())
                .size())
        .isEqualTo(60);
  }

  static String line(Recommendation r) {
    return String.format(
        Locale.ROOT, "%s %s %s", r.artwork().id(), Double.toHexString(r.score()), r.explanation());
  }
}
