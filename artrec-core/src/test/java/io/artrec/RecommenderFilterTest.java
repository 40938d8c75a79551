package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.Offer;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Filters on their way into answers. */
class RecommenderFilterTest {
  private static final Catalog CATALOG = Fixture.catalog(60, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 20, 12, 2);

  private static List<String> answer(Recommender recommender, String user, Filter filter, int n) {
    return Fixture.ids(
        recommender.recommend(RecommendationRequest.forUser(user).filter(filter).n(n).build()));
  }

  /** What the unfiltered ranking leaves when a predicate has been through. */
  private static List<String> left(
      Recommender recommender, String user, Predicate<Artwork> predicate, int n) {
    return recommender.recommend(user, CATALOG.size()).stream()
        .map(Recommendation::artwork)
        .filter(predicate)
        .limit(n)
        .map(Artwork::id)
        .toList();
  }

  @Test
  void answer_isTheUnfilteredOne_withoutWhatIsRejected_whateverTheFilterIsMadeOf() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    Predicate<Artwork> some = artwork -> artwork.id().hashCode() % 7 == 0;
    Predicate<Artwork> cubism = artwork -> artwork.movements().contains("Cubism");
    Map<Filter, Predicate<Artwork>> filters =
        Map.of(
            Filters.movement("Cubism"), cubism,
            Filter.of("some", some), some,
            Filter.live("some live", some), some,
            Filters.movement("Cubism").and(Filter.live("some live", some)), cubism.and(some),
            Filters.movement("Cubism").or(Filter.live("some live", some)), cubism.or(some),
            Filters.not(Filters.movement("Cubism")), cubism.negate(),
            Filters.unseen().and(Filter.of("some", some)), some);
    for (int time = 0; time < 3; time++) {
      for (String user : List.of("u1", "nobody")) {
        filters.forEach(
            (filter, predicate) ->
                assertThat(answer(recommender, user, filter, 10))
                    .as("%s for %s", filter, user)
                    .isEqualTo(left(recommender, user, predicate, 10)));
      }
    }
  }

  @Test
  void liveFilter_isAskedOnceAWork_evenWhenItLetsNothingPass() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    List<String> asked = new ArrayList<>();
    Filter nothing =
        Filter.live(
            "nothing",
            artwork -> {
              asked.add(artwork.id());
              return false;
            });
    assertThat(answer(recommender, "nobody", nothing, 5)).isEmpty();
    assertThat(asked).hasSize(CATALOG.size()).doesNotHaveDuplicates();
    asked.clear();
    Filter anything =
        Filter.live(
            "anything",
            artwork -> {
              asked.add(artwork.id());
              return true;
            });
    assertThat(answer(recommender, "u1", anything, 5)).hasSize(5);
    assertThat(asked).as("from the best down").hasSize(5);
  }

  @Test
  void liveFilter_seesWhatChangesOutsideTheRecord() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    Set<String> inTheShop = ConcurrentHashMap.newKeySet();
    Filter live = Filter.live("in the shop", artwork -> inTheShop.contains(artwork.id()));
    for (String id : List.of("w0-1", "w3-7", "w2-2")) {
      inTheShop.add(id);
      assertThat(answer(recommender, "nobody", live, 10)).hasSameElementsAs(inTheShop);
    }
  }

  @Test
  void filterThatWasKept_followsTheCatalogue() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).filter(Filters.available()).build();
    int all = CATALOG.size();
    assertThat(recommender.recommend("nobody", all)).hasSize(all);
    recommender.update(CatalogChange.offer("w1-1", Offer.unknown().stock(0)));
    assertThat(Fixture.ids(recommender.recommend("nobody", all)))
        .hasSize(all - 1)
        .doesNotContain("w1-1");
    recommender.update(
        CatalogChange.offer("w1-1", Offer.unknown().stock(3)),
        CatalogChange.add(Artwork.builder("sold", "Sold").offer(Offer.unknown().stock(0)).build()));
    recommender.retrain();
    assertThat(Fixture.ids(recommender.recommend("nobody", all + 1)))
        .hasSize(all)
        .contains("w1-1")
        .doesNotContain("sold");
  }
}
