package io.artrec.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Availability;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.Orientation;
import io.artrec.catalog.Price;
import io.artrec.catalog.YearRange;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiltersTest {
  private static final Artwork BRIDGE =
      Artwork.builder("bridge", "The Bridge")
          .artist("Claude Monet")
          .created(YearRange.of(1899, 1900))
          .movement("Impressionism")
          .genre("Landscape")
          .medium("Oil on canvas")
          .subject("bridge")
          .subject("water lilies")
          .dimensions(Dimensions.ofCm(90, 60))
          .price(Price.of("1200.50", "EUR"))
          .availability(Availability.AVAILABLE)
          .attribute("collection", "Musée d'Orsay")
          .build();
  private static final Artwork COPY =
      Artwork.builder("copy", "After the Bridge")
          .artist(new ArtistCredit("CLAUDE MONET", ArtistCredit.Qualifier.AFTER))
          .created(YearRange.of(1950))
          .medium("Etching")
          .dimensions(
              new Dimensions(OptionalDouble.empty(), OptionalDouble.of(30), OptionalDouble.empty()))
          .price(Price.of("50", "USD"))
          .availability(Availability.UNAVAILABLE)
          .build();
  private static final Artwork BARE = Artwork.builder("bare", "Untitled").build();
  private static final Catalog CATALOG = Catalog.of(BRIDGE, COPY, BARE);

  @Test
  void unseen_rejectsWorksWithAnyEvent() {
    History history =
        Dataset.historyOf(
            CATALOG, List.of(Interaction.dislike("ada", "copy"), Interaction.view("ada", "bare")));
    assertThat(accepted(Filters.unseen(), history)).containsExactly("bridge");
    assertThat(accepted(Filters.unseen().prepare(history), history)).containsExactly("bridge");
    assertThat(accepted(Filters.unseen().negate().prepare(history), history))
        .containsExactly("copy", "bare");
    assertThat(accepted(Filters.unseen(), History.none())).hasSize(3);
  }

  @Test
  void available_acceptsWhatTheRecordDoesNotSay() {
    assertThat(accepted(Filters.available())).containsExactly("bridge", "bare");
  }

  @Test
  void priceBetween_comparesOneCurrency_andTakesOthersForUnknown() {
    assertThat(accepted(Filters.priceBetween(1200.5, 2000, "EUR"))).containsExactly("bridge");
    assertThat(accepted(Filters.priceBetween(0, 1200, "EUR"))).isEmpty();
    assertThat(accepted(Filters.priceBetween(0, 1200, "EUR").orUnknown()))
        .containsExactly("copy", "bare");
    assertThat(Filters.priceBetween(100, 500.5, "EUR").description())
        .isEqualTo("price 100 to 500.5 EUR");
    assertThat(Filters.priceBetween(100, Double.POSITIVE_INFINITY, "EUR").description())
        .isEqualTo("price 100 EUR or more");
  }

  @Test
  void yearBetween_acceptsOverlap() {
    assertThat(accepted(Filters.yearBetween(1900, 1949))).containsExactly("bridge");
    assertThat(accepted(Filters.yearBetween(1900, 1950))).containsExactly("bridge", "copy");
    assertThat(accepted(Filters.yearBetween(1901, 1949))).isEmpty();
    assertThat(accepted(Filters.yearBetween(1901, 1949).orUnknown())).containsExactly("bare");
    assertThat(Filters.yearBetween(-500, 10).orUnknown().description())
        .isEqualTo("year -500 to 10 or unknown");
  }

  @Test
  void sides_rejectWhatWasNotMeasured() {
    assertThat(accepted(Filters.widthBetween(0, 1000))).containsExactly("bridge");
    assertThat(accepted(Filters.heightBetween(30, 60))).containsExactly("bridge", "copy");
    assertThat(accepted(Filters.heightBetween(31, 59).orUnknown())).containsExactly("bare");
    assertThat(Filters.widthBetween(20, 50).description()).isEqualTo("width 20 to 50 cm");
  }

  @Test
  void names_areComparedWithoutCase() {
    assertThat(accepted(Filters.artist("claude monet"))).containsExactly("bridge", "copy");
    assertThat(accepted(Filters.artist("Monet"))).isEmpty();
    assertThat(accepted(Filters.movement("Cubism", "IMPRESSIONISM"))).containsExactly("bridge");
    assertThat(accepted(Filters.genre("landscape"))).containsExactly("bridge");
    assertThat(accepted(Filters.subject("Water Lilies"))).containsExactly("bridge");
    assertThat(accepted(Filters.medium("OIL"))).containsExactly("bridge");
    assertThat(accepted(Filters.medium("oil", "etch").orUnknown())).hasSize(3);
    assertThat(accepted(Filters.orientation(Orientation.LANDSCAPE))).containsExactly("bridge");
    assertThat(accepted(Filters.attribute("collection", "MUSE\u0301E D'ORSAY")))
        .containsExactly("bridge");
  }

  @Test
  void ids_areTakenInOrLeftOut() {
    assertThat(accepted(Filters.only(List.of("copy", "elsewhere")))).containsExactly("copy");
    assertThat(accepted(Filters.excluding(List.of("copy")))).containsExactly("bridge", "bare");
    assertThat(accepted(Filters.only(List.of()))).isEmpty();
    assertThat(Filters.only(List.of("b", "a")).description()).isEqualTo("only a, b");
    List<String> many = IntStream.range(10, 30).mapToObj(String::valueOf).toList();
    assertThat(Filters.excluding(many).description())
        .isEqualTo("excluding 10, 11, 12, 13, 14 and 15 more");
  }

  @Test
  void composition_followsLogic_andReadsAsASentence() {
    Filter filter =
        Filters.yearBetween(1800, 1960).and(Filters.not(Filters.artist("Monet", "Manet")));
    assertThat(filter.description()).isEqualTo("year 1800 to 1960 and not artist Monet, Manet");
    assertThat(accepted(filter)).containsExactly("bridge", "copy");
    Filter nested = filter.or(Filters.available()).and(Filters.unseen());
    assertThat(nested.description())
        .isEqualTo("((year 1800 to 1960 and not artist Monet, Manet) or available) and unseen");
    assertThat(accepted(nested)).containsExactly("bridge", "copy", "bare");
    assertThat(nested.negate().description()).startsWith("not (((");
    assertThat(accepted(nested.negate())).isEmpty();
    assertThat(Filters.allOf(List.of()).description()).isEqualTo("anything");
    assertThat(accepted(Filters.allOf(List.of()))).hasSize(3);
    assertThat(Filters.anyOf(List.of()).description()).isEqualTo("nothing");
    assertThat(accepted(Filters.anyOf(List.of()))).isEmpty();
  }

  @Test
  void composition_preparesItsParts() {
    Filter part =
        new Filter() {
          @Override
          public boolean accepts(Subject subject) {
            return false;
          }

          @Override
          public String description() {
            return "prepared";
          }

          @Override
          public Filter prepare(History history) {
            return Filter.of("prepared", artwork -> true);
          }
        };
    Filter nothing = Filters.anyOf(List.of());
    assertThat(accepted(part.and(part).prepare(History.none()))).hasSize(3);
    assertThat(accepted(part.or(nothing).prepare(History.none()))).hasSize(3);
    assertThat(accepted(part.negate().prepare(History.none()))).isEmpty();
  }

  @Test
  void negation_acceptsWorksThatLackTheField() {
    assertThat(accepted(Filters.not(Filters.artist("Claude Monet")))).containsExactly("bare");
  }

  @Test
  void mistakes_areNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Filters.priceBetween(500, 100, "EUR"))
        .withMessage(
            "price from 500.0 to 100.0 EUR, expected a finite lower bound and one not below it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Filters.widthBetween(Double.NaN, 1))
        .withMessageContaining("width from NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Filters.priceBetween(1, 2, "euro"))
        .withMessage("currency 'euro' of a price filter, expected an ISO 4217 code such as EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Filters.artist())
        .withMessage("filter on artist without a value, expected one or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Filters.artist("Monet", " "))
        .withMessage("filter on artist with a blank value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Filters.yearBetween(1900, 1800))
        .withMessageContaining("1900 to 1800");
  }

  private static List<String> accepted(Filter filter) {
    return accepted(filter, History.none());
  }

  private static List<String> accepted(Filter filter, History history) {
    return IntStream.range(0, CATALOG.size())
        .filter(i -> filter.accepts(new Filter.Subject(CATALOG.get(i), i, history)))
        .mapToObj(i -> CATALOG.get(i).id())
        .toList();
  }
}
