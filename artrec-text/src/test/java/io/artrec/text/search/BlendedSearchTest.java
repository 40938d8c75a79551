package io.artrec.text.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.testkit.StrategyContract;
import io.artrec.text.analysis.TextAnalysis;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlendedSearchTest extends StrategyContract {
  @Override
  protected Strategy strategy() {
    return TextSearch.blended(new Letters("letters"), TextAnalysis.english());
  }

  @Override
  protected List<StrategyReader> readers() {
    return TextSearch.readers(new Letters("letters"), TextAnalysis.english());
  }

  @Override
  protected Optional<String> wish() {
    return Optional.of("work of subject 3");
  }

  @Override
  protected boolean isPersonal() {
    return false;
  }

  /** The best by words and by meaning in one has both weights whole. */
  @Test
  void bestOfBoth_hasOne_andWeightsAreHeeded() {
    Catalog catalog =
        Catalog.of(
            List.of(
                Artwork.builder("a", "violet moon").build(),
                Artwork.builder("b", "moon moon zzz").build()));
    BlendedSearch blend = TextSearch.blended(new Letters("letters"), TextAnalysis.english());
    List<SearchResult> found = CatalogSearch.of(catalog, blend).search("violet moon", 2);
    assertThat(found.get(0).artwork().id()).isEqualTo("a");
    assertThat(found.get(0).score()).isEqualTo(1, within(1e-12));
    List<SearchResult> byWords =
        CatalogSearch.of(catalog, blend.weights(1, 1)).search("violet moon", 2);
    double violet = Math.log(1 + 1.5 / 1.5);
    double moon = Math.log(1 + 0.5 / 2.5);
    assertThat(byWords.get(1).score()).isEqualTo(moon / (violet + moon), within(1e-12));
  }
}
