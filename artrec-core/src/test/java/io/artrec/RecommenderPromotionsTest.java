package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.Trait;
import io.artrec.explain.Contribution;
import io.artrec.filter.Filters;
import io.artrec.promotion.Promotions;
import io.artrec.rerank.Mmr;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the house wants for everybody. */
class RecommenderPromotionsTest {
  private static final Catalog CATALOG = Fixture.catalog(12, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 16, 8, 2);

  /** Works a to f, liked by five visitors, four, ... none. */
  private static RecommenderBuilder byPopularity() {
    List<Artwork> works = new ArrayList<>();
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String id = String.valueOf((char) ('a' + i));
      works.add(Artwork.builder(id, id.toUpperCase(Locale.ROOT)).artist("Artist " + id).build());
      for (int user = 0; user < 5 - i; user++) {
        events.add(Interaction.favorite("u" + user, id).at(Fixture.CLOCK.instant()));
      }
    }
    return Recommender.builder()
        .catalog(works)
        .interactions(events)
        .strategy(Popularity.allTime())
        .clock(Fixture.CLOCK);
  }

  private static double sum(Recommendation given) {
    return given.explanation().contributions().stream().mapToDouble(Contribution::amount).sum();
  }

  @Test
  void pinnedAndSponsoredWorks_standAtTheirPlaces_andSaySo() {
    Recommender recommender = byPopularity().build();
    Recommendations before = recommender.recommend("ada", 4);
    recommender.promote(Promotions.none().pin("d", 1).sponsor("f", "Ada's Frames", 3));
    Recommendations answer = recommender.recommend("ada", 4);
    assertThat(Fixture.ids(answer)).containsExactly("d", "a", "f", "b");
    assertThat(answer).extracting(Recommendation::rankBefore).containsExactly(4, 1, 6, 2);
    assertThat(answer)
        .extracting(Recommendation::isPlaced)
        .containsExactly(true, false, true, false);
    Recommendation pinned = answer.get(0);
    assertThat(pinned.score())
        .isEqualTo(before.get(3).score())
        .isCloseTo(sum(pinned), within(1e-9));
    assertThat(pinned.sponsor()).isEmpty();
    assertThat(pinned.chosenBy()).containsOnlyKeys("pinned");
    assertThat(pinned.explanation().sentence(Locale.ENGLISH))
        .isIn("Chosen by the house.", "The house's choice.", "Picked by the house.");
    assertThat(pinned.explanation().sentence(Locale.CHINESE)).contains("本馆").endsWith("。");
    Recommendation sponsored = answer.get(2);
    assertThat(sponsored.sponsor()).contains("Ada's Frames");
    assertThat(sponsored.score()).isZero();
    assertThat(sponsored.isFallback()).isFalse();
    assertThat(sponsored.chosenBy()).containsOnlyKeys("sponsored");
    assertThat(sponsored.explanation()).hasToString("Sponsored by Ada's Frames.");
    assertThat(sponsored.explanation().sentence(Locale.CHINESE)).isEqualTo("由 Ada's Frames 赞助。");
    assertThat(new Gson().toJson(sponsored.plain()))
        .contains("\"placed\":true")
        .contains("\"sponsor\":\"Ada\\u0027s Frames\"")
        .contains("\"kind\":\"sponsored\"");
    assertThat(answer.get(1).plain()).containsEntry("placed", false).doesNotContainKey("sponsor");
    assertThat(recommender.recommendTop(List.of("ada"), 4).get(0).artworks())
        .extracting(Artwork::id)
        .isEqualTo(Fixture.ids(answer));
    RecommendationRequest request = RecommendationRequest.forUser("ada").n(4).build();
    assertThat(recommender.whyNot(request, "f").place()).hasValue(3);
    assertThat(recommender.whyNot(request, "c"))
        .asString()
        .contains("works with set places stand before it");
    recommender.promote(Promotions.none());
    assertThat(recommender.recommend("ada", 4)).isEqualTo(before);
  }

  @Test
  void boostAndBury_moveAStatedShareOfTheRange() {
    Recommender recommender = byPopularity().build();
    Recommendations before = recommender.recommend("ada", 5);
    double range = before.get(0).score() - before.get(4).score();
    recommender.promote(Promotions.none().boost("e", 1.25).bury("a", 0.5));
    Recommendations answer = recommender.recommend("ada", 5);
    assertThat(answer.get(0).artwork().id()).isEqualTo("e");
    assertThat(answer.get(0).score())
        .isCloseTo(before.get(4).score() + 1.25 * range, within(1e-12))
        .isCloseTo(sum(answer.get(0)), within(1e-9));
    assertThat(answer.get(0).explanation().toString()).containsIgnoringCase("by the house");
    assertThat(answer.get(0).explanation().sentence(Locale.CHINESE)).contains("本馆");
    assertThat(answer.get(0).chosenBy()).containsKey("promotion");
    Recommendation buried =
        answer.stream().filter(r -> r.artwork().id().equals("a")).findFirst().orElseThrow();
    assertThat(buried.score()).isCloseTo(before.get(0).score() - 0.5 * range, within(1e-12));
    assertThat(recommender.explain("ada", "a").score()).isEqualTo(buried.score());
    assertThat(buried.explanation().toString()).doesNotContainIgnoringCase("by the house");
  }

  @Test
  void whatMayNotBeAnswered_isNotPlaced() {
    Recommender recommender =
        byPopularity().filter(Filters.not(Filters.artist("Artist c"))).build();
    recommender.update(CatalogChange.withdraw("d"));
    recommender.record(Interaction.view("ada", "e"));
    recommender.block("ada", Trait.artist("Artist f"));
    recommender.promote(
        Promotions.none()
            .pin("c", 1)
            .pin("d", 2)
            .pin("e", 3)
            .sponsor("f", "X", 4)
            .pin("unknown", 5)
            .pin("b", 40));
    assertThat(Fixture.ids(recommender.recommend("ada", 6))).containsExactly("a", "b");
    assertThat(Fixture.ids(recommender.recommend("bob", 4))).containsExactly("a", "b", "e", "f");
    RecommendationRequest excluding =
        RecommendationRequest.forUser("bob").n(3).exclude("e").build();
    assertThat(Fixture.ids(recommender.recommend(excluding))).containsExactly("a", "b", "f");
    Recommender similar = Fixture.builder(CATALOG, EVENTS).build();
    similar.promote(Promotions.none().pin("w0-1", 1));
    assertThat(similar.similar("w1-1", 5)).hasSize(5).noneMatch(Recommendation::isPlaced);
  }

  @Test
  void shortAnswer_endsWithPlacedWorks_andReRankedOnesStandAroundThem() {
    Recommender recommender = byPopularity().build();
    recommender.promote(Promotions.none().pin("a", 30).pin("b", 20));
    assertThat(Fixture.ids(recommender.recommend("ada", 40)))
        .containsExactly("c", "d", "e", "f", "b", "a");
    Recommender reranking = Fixture.builder(CATALOG, EVENTS).rerank(Mmr.lambda(0.5)).build();
    List<String> others = Fixture.ids(reranking.recommend("u1", 8));
    reranking.promote(Promotions.none().pin(others.get(7), 2));
    List<String> answer = Fixture.ids(reranking.recommend("u1", 8));
    assertThat(answer.get(1)).isEqualTo(others.get(7));
    assertThat(answer).doesNotHaveDuplicates().hasSize(8);
  }

  @Test
  void newVisitorsFallBacks_arePromotedToo() {
    Recommender recommender =
        Fixture.builder(CATALOG, EVENTS).strategy(ContentBased.preferred()).build();
    String last = Fixture.ids(recommender.recommend("new", 20)).get(19);
    recommender.promote(Promotions.none().boost(last, 2));
    assertThat(Fixture.ids(recommender.recommend("new", 3))).startsWith(last);
    recommender.promote(Promotions.none().pin(last, 2));
    assertThat(Fixture.ids(recommender.recommend("new", 3)).get(1)).isEqualTo(last);
  }

  @Test
  void drawAroundPinnedWorks_hasThePropensityOfTheOthers() {
    Recommender recommender =
        Fixture.builder(CATALOG, EVENTS).strategy(RandomOrder.seeded()).build();
    recommender.promote(Promotions.none().pin("w0-1", 1));
    Recommendations answer = recommender.recommend("new", 3);
    assertThat(answer.get(0).propensity()).isEmpty();
    assertThat(answer.get(1).propensity()).hasValue(1.0 / 47);
    recommender.promote(Promotions.none().boost("w0-1", 1));
    assertThat(recommender.recommend("new", 3)).allMatch(r -> r.propensity().isEmpty());
  }

  @Test
  void promotionsOutliveLearning() {
    Recommender recommender = byPopularity().build();
    Promotions wanted = Promotions.none().pin("d", 1).boost("e", 0.5);
    recommender.promote(wanted);
    recommender.retrain();
    assertThat(recommender.promotions())
        .isEqualTo(Promotions.none().boost("e", 0.5).pin("d", 1))
        .hasSameHashCodeAs(wanted);
    assertThat(recommender.recommend("ada", 2).get(0).isPlaced()).isTrue();
    assertThat(wanted.toString()).contains("artwork=d, place=1").contains("e=0.5");
  }

  @Test
  void whatCannotBe_isRefused() {
    Promotions some = Promotions.none().pin("a", 1).bury("b", 0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> some.sponsor("c", "X", 1))
        .withMessage(
            "work 'c' for place 1: work 'a' has place 1; give each work and each place once");
    assertThatIllegalArgumentException().isThrownBy(() -> some.pin("a", 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> some.boost("b", 1))
        .withMessageContaining("work 'b' is boosted or buried already");
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> some.boost("c", bad))
          .withMessageContaining("is " + bad + ", expected more than 0");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> some.pin("c", 0))
        .withMessageContaining("is 0, expected 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> some.sponsor("c", " ", 2))
        .withMessageContaining("the sponsor of work 'c' is blank");
    assertThatIllegalArgumentException().isThrownBy(() -> some.pin(" ", 2));
    assertThatIllegalArgumentException().isThrownBy(() -> some.bury("", 2));
  }
}
