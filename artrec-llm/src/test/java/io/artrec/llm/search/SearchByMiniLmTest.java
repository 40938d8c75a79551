package io.artrec.llm.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.llm.embedding.TransformerEncoder;
import io.artrec.strategy.Strategy;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.search.CatalogSearch;
import io.artrec.text.search.TextSearch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Search by the real model: meaning is found where no word is shared. */
class SearchByMiniLmTest {
  private static final TransformerEncoder MINI_LM = TransformerEncoder.miniLm();

  private static final Catalog CATALOG =
      Catalog.of(
          List.of(
              work("snow", "Villagers trudge home across frozen ponds, the roofs white."),
              work("ship", "A vessel founders on rocks while the crew cling to the mast."),
              work("meal", "Friends share bread and wine around a long table outdoors."),
              work("horse", "A bay stallion rears in front of its stable."),
              work("night", "The moon and whirling stars above a sleeping village."),
              work("sorrow", "A mother weeps over the body of her child."),
              work("machine", "Pistons, wheels and smoke: an engine pulls into a station."),
              work("garden", "Roses and water lilies bloom beside a small pond.")));

  private static final CatalogSearch BY_MEANING =
      CatalogSearch.of(CATALOG, TextSearch.byMeaning(MINI_LM));

  private static Artwork work(String id, String description) {
    return Artwork.builder(id, "Untitled").description(description).build();
  }

  @AfterAll
  static void close() {
    MINI_LM.close();
  }

  @ParameterizedTest
  @CsvSource({
    "winter, snow",
    "disaster at sea, ship",
    "a picnic, meal",
    "grief and mourning, sorrow",
    "railway locomotive, machine",
    "flowers, garden",
    "astronomy, night",
    "an animal you can ride, horse",
  })
  void wishWithoutSharedWords_findsTheWork(String wish, String expected) {
    Artwork first = BY_MEANING.search(wish, 1).get(0).artwork();
    assertThat(first.id()).isEqualTo(expected);
    Set<String> shared = new HashSet<>(TextAnalysis.english().terms(wish));
    shared.retainAll(TextAnalysis.english().terms(ArtworkText.of(first)));
    assertThat(shared).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"圣母与圣子", "?!", "the", "…", "of and", "asdfghjkl", "123456"})
  void wishThatMeansNothingHere_findsNothing(String wish) {
    for (Strategy strategy :
        List.of(
            TextSearch.byMeaning(MINI_LM),
            TextSearch.byKeywords(TextAnalysis.english()),
            TextSearch.blended(MINI_LM, TextAnalysis.english()))) {
      assertThat(CatalogSearch.of(CATALOG, strategy).search(wish, 5)).isEmpty();
    }
  }

  @Test
  void blended_findsNamesByKeywordsAndTheRestByMeaning() {
    Catalog catalog =
        Catalog.of(
            List.of(
                Artwork.builder("a", "View of Delft").artist("Johannes Vermeer").build(),
                Artwork.builder("b", "Hunters in the Snow").artist("Pieter Bruegel").build(),
                Artwork.builder("c", "Wheat Field").artist("Vincent van Gogh").build()));
    CatalogSearch blended =
        CatalogSearch.of(catalog, TextSearch.blended(MINI_LM, TextAnalysis.english()));
    assertThat(blended.search("vermeer", 1).get(0).artwork().id()).isEqualTo("a");
    assertThat(blended.search("cold winter day", 1).get(0).artwork().id()).isEqualTo("b");
  }
}
