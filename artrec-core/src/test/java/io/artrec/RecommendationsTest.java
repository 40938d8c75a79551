package io.artrec;

import static io.artrec.Fixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.Offer;
import io.artrec.catalog.Orientation;
import io.artrec.catalog.Price;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import io.artrec.rerank.AttributeCap;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommendationsTest {
  private static final Catalog CATALOG = Fixture.catalog(10, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 12, 6, 2);

  @TempDir private Path folder;

  private static RecommenderBuilder builder() {
    return Fixture.builder(CATALOG, EVENTS)
        .strategy(Hybrid.weighted().add(0.8, ContentBased.cosine()).add(0.2, Popularity.allTime()));
  }

  private static RecommenderBuilder byChance(Clock clock) {
    return Recommender.builder()
        .catalog(CATALOG)
        .interactions(EVENTS)
        .strategy(RandomOrder.seeded())
        .clock(clock);
  }

  /** Each look at it is a second later. */
  private static final class Ticking extends Clock {
    private final AtomicLong seconds = new AtomicLong();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Fixture.CLOCK.instant().plusSeconds(seconds.incrementAndGet());
    }
  }

  @Test
  void answer_saysWhatItAnswersAndHow() {
    Recommender recommender = builder().build();
    RecommendationRequest request =
        RecommendationRequest.forUser("u1").n(5).variant("b").seed(7).build();
    Recommendations answer = recommender.recommend(request);

    assertThat(answer.request()).isEqualTo(request);
    assertThat(answer.variant()).contains("b");
    assertThat(answer.seed()).isEqualTo(7);
    assertThat(answer.time()).isEqualTo(Fixture.CLOCK.instant());
    assertThat(answer.modelVersion()).matches("[0-9a-f]{16}");
    assertThat(answer.fallbackShare()).isZero();
    assertThat(answer).hasSize(5).extracting(Recommendation::rank).containsExactly(1, 2, 3, 4, 5);
    assertThatThrownBy(() -> answer.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    SimilarRequest similar = SimilarRequest.to("w0-0").n(2).variant("a").build();
    assertThat(recommender.similar(similar).request()).isEqualTo(similar);
    assertThat(recommender.similar(similar).variant()).contains("a");
  }

  @Test
  void answers_haveNamesOfTheirOwn_andAreEqualByWhatTheyRecommend() {
    Recommender recommender = builder().build();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      ids.add(recommender.recommend("u1", 5).id());
      ids.add(recommender.similar("w0-0", 5).id());
    }
    assertThat(ids).hasSize(100);
    assertThat(recommender.recommend("u1", 5))
        .isEqualTo(recommender.recommend("u1", 5))
        .isEqualTo(List.copyOf(recommender.recommend("u1", 5)))
        .hasSameHashCodeAs(recommender.recommend("u1", 5))
        .isNotEqualTo(recommender.recommend("u1", 4))
        .isNotEqualTo(recommender.recommend("u2", 5));
  }

  @Test
  void chance_isAnotherAtAnotherTime_andTheSameForTheSameSeed() {
    Recommender recommender = byChance(new Ticking()).build();
    Recommendations first = recommender.recommend("u1", 20);
    Recommendations second = recommender.recommend("u1", 20);
    assertThat(second.seed()).isNotEqualTo(first.seed()).isBetween(0L, (1L << 53) - 1);
    assertThat(ids(second)).isNotEqualTo(ids(first));
    assertThat(
            recommender.recommend(
                RecommendationRequest.forUser("u1").n(20).seed(first.seed()).build()))
        .isEqualTo(first);
  }

  @Test
  void chance_isAnotherForAnotherVisitor_forAGroupToo() {
    Recommender recommender = byChance(Fixture.CLOCK).build();
    assertThat(ids(recommender.recommend("x", 20)))
        .isNotEqualTo(ids(recommender.recommend("y", 20)))
        .isEqualTo(ids(recommender.recommend("x", 20)));
    RecommendationRequest group = RecommendationRequest.forGroup("x", "y").n(20).build();
    Recommendations both = recommender.recommend(group);
    assertThat(recommender.recommend(group.toBuilder().seed(both.seed()).build())).isEqualTo(both);
  }

  @Test
  void answersToMany_areThoseToEach() {
    for (RecommenderBuilder builder :
        List.of(builder(), builder().rerank(AttributeCap.perArtist(2)))) {
      Recommender recommender = builder.build();
      List<String> users = List.of("u1", "nobody", "u2");
      for (TopArtworks top : recommender.recommendTop(users, 35)) {
        Recommendations answer = recommender.recommend(top.user(), 35);
        assertThat(top.artworks()).isEqualTo(answer.stream().map(Recommendation::artwork).toList());
        assertThat(top.scores()).isEqualTo(answer.stream().map(Recommendation::score).toList());
      }
    }
  }

  @Test
  void evenDraw_tellsTheProbabilityOfEachPlace() {
    Recommender recommender = byChance(Fixture.CLOCK).build();
    Filter few = Filters.only(List.of("w0-0", "w0-1", "w1-0", "w1-1"));
    recommender.recommend(RecommendationRequest.builder().filter(few).build());
    Map<String, Integer> second = new HashMap<>();
    int draws = 4000;
    for (int seed = 0; seed < draws; seed++) {
      Recommendations answer =
          recommender.recommend(
              RecommendationRequest.builder().filter(few).n(3).seed(seed).build());
      assertThat(answer).allMatch(r -> r.propensity().orElseThrow() == 0.25);
      second.merge(answer.get(1).artwork().id(), 1, Integer::sum);
    }
    assertThat(second).hasSize(4);
    assertThat(second.values())
        .allSatisfy(count -> assertThat((double) count / draws).isCloseTo(0.25, within(0.035)));
  }

  @Test
  void propensity_isToldForFallbacksByChance_andNowhereElse() {
    Recommender recommender =
        Fixture.builder(CATALOG, List.of(Interaction.favorite("u", "w1-1")))
            .strategy(ContentBased.cosine())
            .build();
    Recommendations answer = recommender.recommend("nobody", 4);
    assertThat(answer.fallbackShare()).isEqualTo(1);
    assertThat(answer.get(0).artwork().id()).isEqualTo("w1-1");
    assertThat(answer.get(0).propensity()).isEmpty();
    assertThat(answer.get(0).chosenBy()).containsExactly(Map.entry("popularity", 1.0));
    assertThat(answer.subList(1, 4))
        .allSatisfy(r -> assertThat(r.propensity()).hasValue(1.0 / 39))
        .allSatisfy(r -> assertThat(r.chosenBy()).containsExactly(Map.entry("random", 1.0)));
    assertThat(recommender.recommend("u", 4)).allMatch(r -> r.propensity().isEmpty());
    RecommendationRequest live =
        RecommendationRequest.forUser("nobody").filter(Filter.live("open", a -> true)).build();
    assertThat(recommender.recommend(live)).allMatch(r -> r.propensity().isEmpty());
    assertThat(byChance(Fixture.CLOCK).rerank(AttributeCap.perArtist(2)).build().recommend("u1", 5))
        .allMatch(r -> r.propensity().isEmpty());
  }

  @Test
  void rankBefore_isThePlaceByScoreAlone() {
    Recommender plain = builder().build();
    Recommender capped = builder().rerank(AttributeCap.perArtist(1)).build();
    Recommendations before = plain.recommend("u1", 40);
    Recommendations after = capped.recommend("u1", 6);
    assertThat(before).allMatch(r -> r.rankBefore() == r.rank());
    assertThat(after).anyMatch(r -> r.rankBefore() > r.rank());
    for (Recommendation r : after) {
      assertThat(before.get(r.rankBefore() - 1).artwork()).isEqualTo(r.artwork());
      assertThat(before.get(r.rankBefore() - 1).score()).isEqualTo(r.score());
    }
  }

  @Test
  void chosenBy_sharesAWorkAmongStrategies() {
    Recommendation best = builder().build().recommend("u1", 1).get(0);
    assertThat(best.chosenBy()).containsKey("content-based");
    assertThat(best.chosenBy().values().stream().mapToDouble(share -> share).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void modelVersion_isAnotherWheneverAnswersAreLearnedOtherwise() {
    Recommender recommender = builder().build();
    Set<String> versions = new HashSet<>();
    versions.add(recommender.recommend("u1", 1).modelVersion());
    recommender.record(Interaction.favorite("u1", "w2-2"));
    versions.add(recommender.recommend("u1", 1).modelVersion());
    assertThat(versions).as("recording learns nothing").hasSize(1);

    recommender.refresh();
    versions.add(recommender.recommend("u1", 1).modelVersion());
    recommender.retrain();
    versions.add(recommender.recommend("u1", 1).modelVersion());
    recommender.retrain();
    versions.add(recommender.recommend("u1", 1).modelVersion());
    recommender.update(CatalogChange.withdraw("w3-3"));
    versions.add(recommender.recommend("u1", 1).modelVersion());
    recommender.update(CatalogChange.offer("w0-0", Offer.unknown().stock(1)));
    versions.add(recommender.recommend("u1", 1).modelVersion());
    recommender.forget("u1");
    versions.add(recommender.recommend("u1", 1).modelVersion());
    assertThat(versions).hasSize(7);

    assertThat(builder().seed(5).build().recommend("u1", 1).modelVersion())
        .isNotEqualTo(builder().build().recommend("u1", 1).modelVersion());
    assertThat(builder().build().recommend("u1", 1).modelVersion())
        .isEqualTo(builder().build().recommend("u1", 1).modelVersion());
  }

  @Test
  void savedAndLoaded_isTheSameVersion() {
    Recommender recommender = builder().build();
    recommender.update(CatalogChange.withdraw("w3-3"));
    recommender.save(folder.resolve("model"));
    try (Recommender loaded =
        Recommender.loader(folder.resolve("model")).clock(Fixture.CLOCK).load()) {
      assertThat(loaded.recommend("u1", 5)).isEqualTo(recommender.recommend("u1", 5));
      assertThat(loaded.recommend("u1", 5).modelVersion())
          .isEqualTo(recommender.recommend("u1", 5).modelVersion());
      loaded.retrain();
      assertThat(loaded.recommend("u1", 5).modelVersion())
          .isNotEqualTo(recommender.recommend("u1", 5).modelVersion());
    }
  }

  @Test
  void timings_areThoseOfTheSteps() {
    Recommender recommender = builder().build();
    AtomicLong nanos = new AtomicLong();
    Answers answers = new Answers(recommender.live(), Fixture.CLOCK, () -> nanos.addAndGet(1000));
    Timings timings = answers.recommend(RecommendationRequest.forUser("u1").build()).timings();
    assertThat(timings.scoring()).isEqualTo(Duration.ofNanos(1000));
    assertThat(timings.total())
        .isEqualTo(
            timings
                .scoring()
                .plus(timings.choosing())
                .plus(timings.reranking())
                .plus(timings.explaining()))
        .isEqualTo(Duration.ofNanos(4000));
  }

  @Test
  void plainAnswer_isWrittenByAnyWriter_andAddsUp() {
    Artwork rich =
        Artwork.builder("rich", "Rich & \"quoted\"")
            .artist("Ada")
            .movement("Cubism")
            .medium("Oil")
            .description("A description")
            .dimensions(Dimensions.ofCm(30, 40))
            .orientation(Orientation.PORTRAIT)
            .offer(Offer.unknown().price(Price.of("120.50", "EUR")).stock(3))
            .image("rich.jpg")
            .attribute("school", "x")
            .build();
    Recommender recommender = builder().build();
    recommender.update(CatalogChange.add(rich));
    Recommendations answer =
        recommender.recommend(RecommendationRequest.forUser("u2").n(41).variant("b").build());
    requirePlain(answer.plain());

    JsonObject json = JsonParser.parseString(new Gson().toJson(answer.plain())).getAsJsonObject();
    assertThat(json.get("answer").getAsString()).isEqualTo(answer.id());
    assertThat(json.get("variant").getAsString()).isEqualTo("b");
    assertThat(json.get("seed").getAsLong()).isEqualTo(answer.seed());
    assertThat(json.getAsJsonObject("timings").keySet()).contains("total");
    assertThat(json.getAsJsonArray("recommendations")).hasSameSizeAs(answer);
    int rank = 0;
    for (JsonElement element : json.getAsJsonArray("recommendations")) {
      JsonObject place = element.getAsJsonObject();
      Recommendation r = answer.get(rank++);
      assertThat(place.get("modelVersion").getAsString()).isEqualTo(answer.modelVersion());
      assertThat(place.get("rank").getAsInt()).isEqualTo(rank);
      assertThat(place.get("sentence").getAsString()).isEqualTo(r.explanation().toString());
      assertThat(place.getAsJsonObject("artwork").get("id").getAsString())
          .isEqualTo(r.artwork().id());
      double sum = 0;
      assertThat(place.getAsJsonArray("reasons")).hasSizeBetween(1, 11);
      for (JsonElement reason : place.getAsJsonArray("reasons")) {
        assertThat(reason.getAsJsonObject().get("kind").getAsString()).isNotBlank();
        sum += reason.getAsJsonObject().get("amount").getAsDouble();
      }
      assertThat(sum).isCloseTo(r.score(), within(1e-9));
    }
    assertThat(answer.stream().filter(r -> r.artwork().id().equals("rich")).findFirst())
        .hasValueSatisfying(
            r ->
                assertThat(new Gson().toJsonTree(r.plain()).getAsJsonObject().get("artwork"))
                    .isEqualTo(
                        JsonParser.parseString(
                            """
                            {"id": "rich", "title": "Rich & \\"quoted\\"",
                             "artists": [{"name": "Ada", "credit": "by"}],
                             "movements": ["Cubism"], "medium": "Oil",
                             "description": "A description",
                             "centimeters": {"width": 30.0, "height": 40.0},
                             "orientation": "portrait",
                             "offer": {"price": "120.50", "currency": "EUR", "stock": 3},
                             "image": "rich.jpg", "attributes": {"school": ["x"]}}
                            """)));
  }

  private static void requirePlain(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> assertThat(key).isInstanceOf(String.class));
      map.values().forEach(RecommendationsTest::requirePlain);
    } else if (value instanceof List<?> list) {
      list.forEach(RecommendationsTest::requirePlain);
    } else {
      assertThat(value)
          .isInstanceOfAny(String.class, Boolean.class, Integer.class, Long.class, Double.class);
    }
  }
}
