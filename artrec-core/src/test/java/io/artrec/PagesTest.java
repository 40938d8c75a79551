package io.artrec;

import static io.artrec.Fixture.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.filter.Filters;
import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.Mmr;
import io.artrec.rerank.Rerankers;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.RandomOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One answer after the other. */
class PagesTest {
  private static final Catalog CATALOG = Fixture.catalog(10, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 3, 4, 2);

  private static List<String> pages(Recommender recommender, Request first) {
    List<String> shown = new ArrayList<>();
    Recommendations page = answer(recommender, first);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(first.n());
      shown.addAll(ids(page));
      page = answer(recommender, page.request().toBuilder().after(page).build());
    }
    return shown;
  }

  private static Recommendations answer(Recommender recommender, Request request) {
    return request instanceof RecommendationRequest taste
        ? recommender.recommend(taste)
        : recommender.similar((SimilarRequest) request);
  }

  @Test
  void pages_areTogetherWhatOneLongAnswerIs_fallbacksIncluded() {
    Recommender recommender =
        Fixture.builder(CATALOG, EVENTS).strategy(ContentBased.cosine().on("period")).build();
    for (String user : List.of("u1", "nobody")) {
      RecommendationRequest request = RecommendationRequest.forUser(user).n(7).seed(5).build();
      List<String> whole = ids(recommender.recommend(request.toBuilder().n(500).build()));
      assertThat(pages(recommender, request)).isEqualTo(whole).doesNotHaveDuplicates();
    }
    SimilarRequest similar = SimilarRequest.to("w0-0").n(7).build();
    assertThat(pages(recommender, similar))
        .isEqualTo(ids(recommender.similar(similar.toBuilder().n(500).build())));
  }

  @Test
  void rerankedPages_repeatNothing() {
    Recommender recommender =
        Fixture.builder(CATALOG, EVENTS)
            .rerank(Rerankers.chain(Mmr.lambda(0.5), AttributeCap.perArtist(2)))
            .build();
    assertThat(pages(recommender, RecommendationRequest.forUser("nobody").n(6).build()))
        .doesNotHaveDuplicates()
        .hasSize(CATALOG.size());
    assertThat(
            pages(
                recommender,
                RecommendationRequest.forGroup("u0", "u1")
                    .filter(Filters.movement("Cubism").negate())
                    .n(4)
                    .build()))
        .doesNotHaveDuplicates()
        .noneMatch(id -> id.startsWith("w2-"));
  }

  @Test
  void chance_goesOnWhereItWas() {
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .strategy(RandomOrder.seeded())
            .clock(Fixture.CLOCK)
            .build();
    RecommendationRequest request = RecommendationRequest.forUser("u").n(9).build();
    List<String> whole = ids(recommender.recommend(request.toBuilder().n(40).build()));
    assertThat(pages(recommender, request)).isEqualTo(whole);
  }

  @Test
  void laterPage_excludesAllEarlierOnes_whicheverRequestItStartsFrom() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    RecommendationRequest request = RecommendationRequest.forUser("u1").n(5).build();
    Recommendations first = recommender.recommend(request);
    Recommendations second = recommender.recommend(request.toBuilder().after(first).build());
    recommender.record(Interaction.favorite("u1", second.get(0).artwork().id()));
    Recommendations third = recommender.recommend(request.toBuilder().after(second).build());
    assertThat(ids(third)).hasSize(5).doesNotContainAnyElementsOf(ids(first));
    assertThat(ids(third)).doesNotContainAnyElementsOf(ids(second));
    assertThat(third.seed()).isEqualTo(first.seed());
  }
}
