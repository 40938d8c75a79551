package io.artrec.text.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.testkit.StrategyContract;
import io.artrec.text.analysis.TextAnalysis;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeywordSearchTest extends StrategyContract {
  private static final Catalog CATALOG =
      Catalog.of(
          List.of(
              Artwork.builder("a", "Snow").description("Snow on a bridge").build(),
              Artwork.builder("b", "Bridge").artist("Utagawa Hiroshige").build(),
              Artwork.builder("c", "Harvest").genre("landscape").build()));

  @Override
  protected Strategy strategy() {
    return KeywordSearch.by(TextAnalysis.english());
  }

  @Override
  protected List<StrategyReader> readers() {
    return List.of(KeywordSearch.reader(TextAnalysis.english()));
  }

  @Override
  protected Optional<String> wish() {
    return Optional.of("work of subject 3");
  }

  @Override
  protected boolean isPersonal() {
    return false;
  }

  @Test
  void handWorkedCase_weighsByFrequencyRarityAndLength() {
    // Terms: a = snow, snow, bridg (3); b = bridg, utagawa, hiroshig (3); c = harvest, landscap
    // (2).
    double mean = 8 / 3.0;
    double snow =
        Math.log(1 + (3 - 1 + 0.5) / (1 + 0.5)) * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 3 / mean));
    double bridge =
        Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5)) * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 3 / mean));
    List<SearchResult> found =
        CatalogSearch.of(CATALOG, strategy()).search("a snowy or snow bridge, snow", 5);
    assertThat(found).extracting(result -> result.artwork().id()).containsExactly("a", "b");
    assertThat(found.get(0).score()).isEqualTo(snow + bridge, within(1e-12));
    assertThat(found.get(1).score()).isEqualTo(bridge, within(1e-12));
    assertThat(found).extracting(SearchResult::rank).containsExactly(1, 2);
  }

  @Test
  void artistsAndGenres_areFound() {
    CatalogSearch search = CatalogSearch.of(CATALOG, strategy());
    assertThat(search.search("hiroshige", 5))
        .extracting(r -> r.artwork().id())
        .containsExactly("b");
    assertThat(search.search("Landscapes", 5))
        .extracting(r -> r.artwork().id())
        .containsExactly("c");
  }

  @Test
  void nothingShared_findsNothing() {
    CatalogSearch search = CatalogSearch.of(CATALOG, strategy());
    assertThat(search.search("zeppelin", 5)).isEmpty();
    assertThat(search.search(" \t", 5)).isEmpty();
    assertThat(search.search("the of and", 5)).isEmpty();
    assertThat(search.search("\uD800\u202E\u0000", 5)).isEmpty();
    assertThatThrownBy(() -> search.search("snow", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("n is 0, expected 1 or more works");
  }

  @Test
  void constantsOffLimits_areRefused() {
    KeywordSearch search = KeywordSearch.by(TextAnalysis.english());
    assertThatThrownBy(() -> search.constants(-1, 0.5))
        .hasMessage("k1 is -1.0, expected 0 or more, at most 1e6");
    assertThatThrownBy(() -> search.constants(Double.NaN, 0.5)).hasMessageStartingWith("k1 is NaN");
    assertThatThrownBy(() -> search.constants(1, 1.5)).hasMessage("b is 1.5, expected 0 to 1");
  }

  @Test
  void strategyThatReadsNoWords_isRefused() {
    assertThatThrownBy(() -> CatalogSearch.of(CATALOG, Popularity.allTime()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "strategy 'popularity' does not read words; search by TextSearch.byMeaning, byKeywords"
                + " or blended");
  }

  @Test
  void emptyCatalog_findsNothing() {
    assertThat(CatalogSearch.of(Catalog.of(), strategy()).search("snow", 3)).isEmpty();
  }
}
