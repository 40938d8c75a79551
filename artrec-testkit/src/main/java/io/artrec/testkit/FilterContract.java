package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Availability;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.Price;
import io.artrec.catalog.YearRange;
import io.artrec.filter.CatalogFilters;
import io.artrec.filter.Filter;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Filter} must do: decide the same every time, prepared or not, whatever the
 * record lacks; describe itself; and compose by the laws of logic.
 */
public abstract class FilterContract {
  /** For subclasses. */
  protected FilterContract() {}

  /** {@return what is tested} */
  protected abstract Filter filter();

  /**
   * Returns the works to decide on.
   *
   * @return a full record, sparse ones and one with nothing but id and title unless overridden
   */
  protected Catalog catalog() {
    return Catalog.of(
        Artwork.builder("full", "Water Lilies")
            .artist("Claude Monet")
            .created(YearRange.of(1906, 1907))
            .movement("Impressionism")
            .genre("landscape")
            .medium("Oil on canvas")
            .technique("impasto")
            .subject("pond")
            .description("Lilies on a pond.")
            .dimensions(Dimensions.ofCm(93, 90))
            .price(Price.of("1000000", "USD"))
            .availability(Availability.AVAILABLE)
            .attribute("collection", "Art Institute of Chicago")
            .build(),
        Artwork.builder("copy", "After Monet")
            .artist(new ArtistCredit("Claude Monet", ArtistCredit.Qualifier.AFTER))
            .availability(Availability.UNAVAILABLE)
            .build(),
        Artwork.builder("print", "The Great Wave")
            .artist("Katsushika Hokusai")
            .created(YearRange.of(1831))
            .medium("Woodblock print")
            .price(Price.of("100", "EUR"))
            .build(),
        Artwork.builder("bare", "Untitled").build());
  }

  /**
   * Returns the history to decide with.
   *
   * @return a few events with the first and the last work unless overridden
   */
  protected History history() {
    Catalog catalog = catalog();
    return Dataset.historyOf(
        catalog,
        List.of(
            Interaction.favorite("ada", catalog.get(0).id()),
            Interaction.dislike("ada", catalog.get(catalog.size() - 1).id())));
  }

  @Test
  void description_isStableAndNotBlank() {
    assertThat(filter().description()).isNotBlank().isEqualTo(filter().description());
    assertThat(filter().prepare(history()).description()).isEqualTo(filter().description());
  }

  @Test
  void decision_isTheSameEveryTime() {
    Filter filter = filter();
    assertThat(accepted(filter)).isEqualTo(accepted(filter)).isEqualTo(accepted(filter()));
  }

  @Test
  void preparedFilter_decidesAsTheFilter() {
    assertThat(accepted(filter().prepare(history()))).isEqualTo(accepted(filter()));
    assertThat(accepted(filter().prepare(history()).prepare(history())))
        .isEqualTo(accepted(filter()));
  }

  @Test
  void decisionByTheRecord_asksForNothingElse() {
    if (filter().isByRecord()) {
      Catalog catalog = catalog();
      Filter filter = filter();
      for (int work = 0; work < catalog.size(); work++) {
        assertThat(filter.accepts(new Filter.Subject(catalog.get(work), 0, History.none())))
            .isEqualTo(filter.accepts(new Filter.Subject(catalog.get(work), work, history())));
      }
    }
  }

  @Test
  void catalogFilters_restrictToWhatItAccepts() {
    CatalogFilters filters = CatalogFilters.of(catalog());
    for (int time = 0; time < 3; time++) {
      BitSet works = new BitSet();
      works.set(0, catalog().size());
      Optional<Filter> left = filters.restrict(works, filter(), history());
      List<Integer> accepted =
          works.stream()
              .filter(
                  work ->
                      left.isEmpty()
                          || left.get()
                              .accepts(new Filter.Subject(catalog().get(work), work, history())))
              .boxed()
              .toList();
      assertThat(accepted).isEqualTo(accepted(filter()));
    }
  }

  @Test
  void composition_followsLogic() {
    Filter filter = filter();
    Filter other = Filter.of("odd", artwork -> artwork.id().hashCode() % 2 != 0);
    List<Integer> accepted = accepted(filter);
    List<Integer> odd = accepted(other);
    List<Integer> all = IntStream.range(0, catalog().size()).boxed().toList();
    assertThat(accepted(filter.negate()))
        .isEqualTo(all.stream().filter(i -> !accepted.contains(i)).toList());
    assertThat(accepted(filter.negate().negate())).isEqualTo(accepted);
    assertThat(accepted(filter.and(other)))
        .isEqualTo(accepted.stream().filter(odd::contains).toList());
    assertThat(accepted(filter.or(other)))
        .isEqualTo(all.stream().filter(i -> accepted.contains(i) || odd.contains(i)).toList());
    assertThat(accepted(filter.and(other).prepare(history())))
        .isEqualTo(accepted(filter.and(other)));
  }

  @Test
  @SuppressWarnings("NullAway") // passing null is the point
  void null_isRefused() {
    assertThatNullPointerException().isThrownBy(() -> filter().accepts(null));
  }

  private List<Integer> accepted(Filter filter) {
    Catalog catalog = catalog();
    History history = history();
    return IntStream.range(0, catalog.size())
        .filter(i -> filter.accepts(new Filter.Subject(catalog.get(i), i, history)))
        .boxed()
        .toList();
  }
}
