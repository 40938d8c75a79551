package io.artrec.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.Offer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CatalogFiltersTest {
  private static final Catalog CATALOG =
      Catalog.of(
          work("a", "Claude Monet").build(),
          work("b", "Berthe Morisot").offer(Offer.unknown().stock(0)).build(),
          work("c", "Claude Monet").offer(Offer.unknown().stock(1)).build());

  private static Artwork.Builder work(String id, String artist) {
    return Artwork.builder(id, id).artist(artist);
  }

  private static Filter counting(AtomicInteger asked) {
    return Filter.of(
        "counting",
        artwork -> {
          asked.incrementAndGet();
          return !artwork.id().equals("b");
        });
  }

  private static List<Integer> accepted(CatalogFilters filters, Filter filter, int size) {
    return accepted(filters, filter, size, History.none());
  }

  private static List<Integer> accepted(
      CatalogFilters filters, Filter filter, int size, History history) {
    BitSet works = new BitSet();
    works.set(0, size);
    Optional<Filter> left = filters.restrict(works, filter, history);
    assertThat(left).isEmpty();
    return works.stream().boxed().toList();
  }

  private static Optional<Filter> left(CatalogFilters filters, Filter filter) {
    BitSet works = new BitSet();
    works.set(0, CATALOG.size());
    Optional<Filter> left = filters.restrict(works, filter, History.none());
    assertThat(works.cardinality()).isEqualTo(CATALOG.size());
    return left;
  }

  @Test
  void filterOfOneRequest_isNotAskedForEveryWork_theSecondTimeItIsAskedOnceForAll() {
    AtomicInteger asked = new AtomicInteger();
    Filter filter = counting(asked);
    CatalogFilters filters = CatalogFilters.of(CATALOG);
    assertThat(left(filters, filter)).isPresent();
    assertThat(asked).hasValue(0);
    for (int time = 0; time < 3; time++) {
      assertThat(accepted(filters, filter, 3)).containsExactly(0, 2);
    }
    assertThat(asked).hasValue(3);
  }

  @Test
  void expectedFilter_isKeptFromTheFirstTime() {
    CatalogFilters filters = CatalogFilters.of(CATALOG);
    filters.expect(Filters.available().and(Filters.artist("claude monet")));
    assertThat(accepted(filters, Filters.available().and(Filters.artist("claude monet")), 3))
        .containsExactly(0, 2);
    assertThat(accepted(filters, Filters.available(), 3)).containsExactly(0, 2);
  }

  @Test
  void equalFilters_shareWhatIsKept_othersDoNot() {
    assertThat(Filters.artist("Monet")).isEqualTo(Filters.artist("Monet"));
    assertThat(Filters.artist("Monet")).isNotEqualTo(Filters.artist("Monet").orUnknown());
    assertThat(Filters.artist("Monet")).isNotEqualTo(Filters.attribute("artist", "Monet"));
    assertThat(Filters.artist("a, b")).isNotEqualTo(Filters.artist("a", "b"));
    assertThat(Filters.priceBetween(1, 2, "EUR")).isNotEqualTo(Filters.priceBetween(1, 2, "USD"));
    assertThat(Filters.widthBetween(1, 2)).isNotEqualTo(Filters.heightBetween(1, 2));
    assertThat(Filters.only(List.of("a", "b"))).isEqualTo(Filters.only(List.of("b", "a")));
    List<String> six = List.of("a", "b", "c", "d", "e", "f");
    List<String> others = List.of("a", "b", "c", "d", "e", "g");
    assertThat(Filters.only(six).description()).isEqualTo(Filters.only(others).description());
    assertThat(Filters.only(six)).isNotEqualTo(Filters.only(others));
    assertThat(Filter.of("x", artwork -> true)).isNotEqualTo(Filter.of("x", artwork -> false));
    assertThat(Filters.not(Filters.available())).isEqualTo(Filters.not(Filters.available()));
  }

  @Test
  void liveFilter_staysToBeAsked_alsoWithinOthers() {
    Filter live = Filter.live("in the shop now", artwork -> true);
    CatalogFilters filters = CatalogFilters.of(CATALOG);
    for (int time = 0; time < 3; time++) {
      assertThat(left(filters, live)).contains(live);
      assertThat(left(filters, live.negate())).isPresent();
      assertThat(left(filters, live.or(Filters.available()))).isPresent();
    }
    filters.expect(Filters.available());
    BitSet works = new BitSet();
    works.set(0, 3);
    assertThat(filters.restrict(works, Filters.available().and(live), History.none()))
        .contains(live);
    assertThat(works.stream()).containsExactly(0, 2);
  }

  @Test
  void unseen_takesTheHistoryOut() {
    History history = Dataset.historyOf(CATALOG, List.of(Interaction.view("ada", "b")));
    assertThat(accepted(CatalogFilters.of(CATALOG), Filters.unseen(), 3, history))
        .containsExactly(0, 2);
  }

  @Test
  void changedCatalogue_isLookedAtWhereItChanged() {
    AtomicInteger asked = new AtomicInteger();
    Filter filter = counting(asked);
    CatalogFilters filters = CatalogFilters.of(CATALOG);
    filters.expect(filter);
    filters.expect(Filters.available());
    accepted(filters, filter, 3);
    accepted(filters, Filters.available(), 3);
    Catalog after =
        CATALOG.after(
            List.of(
                CatalogChange.offer("b", Offer.unknown().stock(2)),
                CatalogChange.offer("c", Offer.unknown().stock(0)),
                CatalogChange.add(work("d", "Edgar Degas").build())));
    CatalogFilters brought = filters.over(after);
    assertThat(accepted(brought, filter, 4)).containsExactly(0, 2, 3);
    assertThat(asked).as("three, and three more").hasValue(6);
    assertThat(accepted(brought, Filters.available(), 4)).containsExactly(0, 1, 3);
    assertThat(accepted(filters, Filters.available(), 3)).as("as before").containsExactly(0, 2);
    assertThat(brought.over(after)).isSameAs(brought);
  }

  @Test
  void filterThatThrowsOnAChangedWork_hindersNobodyElse() {
    Filter sold = Filter.of("in stock", artwork -> artwork.artists().get(0).name().isEmpty());
    CatalogFilters filters = CatalogFilters.of(CATALOG);
    filters.expect(sold);
    filters.expect(Filters.available());
    assertThat(accepted(filters, sold, 3)).isEmpty();
    CatalogFilters brought =
        filters.over(
            CATALOG.after(List.of(CatalogChange.add(Artwork.builder("d", "Nobody's").build()))));
    assertThat(accepted(brought, Filters.available(), 4))
        .as("expected before, though not asked for")
        .containsExactly(0, 2, 3);
    assertThat(left(brought, sold)).as("asked again where it is passed").isPresent();
  }

  @Test
  void longUnusedFilters_areForgotten() {
    AtomicInteger asked = new AtomicInteger();
    Filter filter = counting(asked);
    CatalogFilters filters = CatalogFilters.of(CATALOG);
    filters.expect(filter);
    accepted(filters, filter, 3);
    List<Filter> many = new ArrayList<>();
    for (int i = 0; i < CatalogFilters.KEPT; i++) {
      many.add(Filters.artist("artist " + i));
    }
    for (Filter other : many) {
      filters.expect(other);
      assertThat(accepted(filters, other, 3)).isEmpty();
    }
    assertThat(left(filters, filter)).as("as if never asked for").isPresent();
    assertThat(asked).hasValue(3);
  }
}
