package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogChangeTest {
  private static final Artwork ONE =
      Artwork.builder("one", "One")
          .artist("Ada")
          .offer(Offer.unknown().price(Price.of("12.50", "EUR")).stock(3).edition("3/50"))
          .build();
  private static final Artwork TWO = Artwork.builder("two", "Two").build();
  private static final Artwork THREE = Artwork.builder("three", "Three").build();

  @Test
  void changes_comeBackFromText() {
    for (CatalogChange change :
        List.of(
            CatalogChange.add(ONE),
            CatalogChange.replace(TWO),
            CatalogChange.put(THREE),
            CatalogChange.offer("one", ONE.offer()),
            CatalogChange.offer("one", Offer.unknown().availability(Availability.UNAVAILABLE)),
            CatalogChange.withdraw("two"))) {
      assertThat(CatalogChange.parse(change.toJson())).isEqualTo(change);
      assertThat(change.toJson()).doesNotContain("\n");
    }
    assertThatThrownBy(() -> CatalogChange.parse("{\"put\":{}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a change of a catalogue");
  }

  @Test
  void works_keepTheirIndices_andNewOnesFollow() {
    Catalog before = Catalog.of(ONE, TWO);
    Artwork other = TWO.toBuilder().artist("Bruno").build();
    Catalog after =
        before.after(
            List.of(
                CatalogChange.add(THREE),
                CatalogChange.replace(other),
                CatalogChange.withdraw("three"),
                CatalogChange.withdraw("one")));
    assertThat(after.stream()).containsExactly(ONE, other, THREE);
    assertThat(after.requireIndex("three")).isEqualTo(2);
    assertThat(after.withdrawn().stream()).containsExactly(0, 2);
    assertThat(before.stream()).containsExactly(ONE, TWO);
    assertThat(before.withdrawn().isEmpty()).isTrue();
    Catalog back = after.after(List.of(CatalogChange.put(ONE)));
    assertThat(back.withdrawn().stream()).containsExactly(2);
    assertThat(after.first(2).withdrawn().stream()).containsExactly(0);
    assertThat(after.first(2).indexOf("three")).isEmpty();
  }

  @Test
  void offer_replacesAllFourParts() {
    Catalog after =
        Catalog.of(ONE).after(List.of(CatalogChange.offer("one", Offer.unknown().stock(0))));
    assertThat(after.get(0).price()).isEmpty();
    assertThat(after.get(0).offer().isAvailable()).isFalse();
    assertThat(after.get(0).artists()).isEqualTo(ONE.artists());
    assertThatThrownBy(() -> Offer.unknown().stock(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stock is -1, expected 0 or more copies");
  }

  @Test
  void workThatIsThere_cannotBeAdded_andOneThatIsNotCannotBeReplaced() {
    Catalog catalog = Catalog.of(ONE);
    assertThatThrownBy(() -> catalog.after(List.of(CatalogChange.add(ONE))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("artwork 'one' is in the catalogue already; replace it, or put it");
    assertThatThrownBy(() -> catalog.after(List.of(CatalogChange.add(TWO), CatalogChange.add(TWO))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> catalog.after(List.of(CatalogChange.replace(TWO))))
        .isInstanceOf(UnknownArtworkException.class)
        .hasMessageContaining("'two'");
  }
}
