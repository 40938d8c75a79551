package io.artrec.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.Price;
import io.artrec.catalog.YearRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArtworkAspectTest {
  private static final Artwork BARE = Artwork.builder("bare", "Bare").build();

  private static List<List<String>> values(ArtworkAspect aspect, Artwork... works) {
    return aspect.values(List.of(works));
  }

  @Test
  void records_areRead() {
    Artwork wave =
        Artwork.builder("wave", "The Great Wave")
            .artist("Katsushika Hokusai")
            .artist(new ArtistCredit("Somebody", ArtistCredit.Qualifier.AFTER))
            .movement("Ukiyo-e")
            .genre("landscape")
            .medium("woodblock print")
            .subject("sea")
            .subject("boat")
            .created(YearRange.of(1830, 1832))
            .dimensions(Dimensions.ofCm(37.9, 25.7))
            .attribute("palette", List.of("blue", "white"))
            .build();
    assertThat(ArtworkAspect.ofSearch().stream().map(aspect -> values(aspect, wave).get(0)))
        .containsExactly(
            List.of("landscape"),
            List.of("sea", "boat"),
            List.of("blue", "white"),
            List.of("woodblock print"),
            List.of("Ukiyo-e"),
            List.of("1800–1899"),
            List.of("≤ 40 cm"),
            List.of("landscape"),
            List.of(),
            List.of("Katsushika Hokusai"));
    assertThat(ArtworkAspect.ofSearch()).allMatch(aspect -> values(aspect, BARE).get(0).isEmpty());
    assertThat(ArtworkAspect.ofTaste().stream().map(ArtworkAspect::name))
        .containsExactly("artist", "movement", "genre", "medium", "subject", "palette", "period");
  }

  @Test
  void sizesAndYears_haveBands() {
    assertThat(
            values(
                ArtworkAspect.size(),
                BARE.toBuilder().dimensions(Dimensions.ofCm(40, 20)).build(),
                BARE.toBuilder().dimensions(Dimensions.ofCm(40, 100)).build(),
                BARE.toBuilder().dimensions(Dimensions.ofCm(100.1, 1)).build()))
        .containsExactly(List.of("≤ 40 cm"), List.of("40–100 cm"), List.of("> 100 cm"));
    assertThat(
            values(
                ArtworkAspect.period(),
                BARE.toBuilder().created(YearRange.of(1900)).build(),
                BARE.toBuilder().created(YearRange.of(1895, 1910)).build(),
                BARE.toBuilder().created(YearRange.of(1700, 1900)).build(),
                BARE.toBuilder().created(YearRange.of(-50)).build()))
        .containsExactly(List.of("1900–1999"), List.of("1900–1999"), List.of(), List.of("-100–-1"));
  }

  private static Artwork at(String amount, String currency) {
    return BARE.toBuilder().price(Price.of(amount, currency)).build();
  }

  /** Of 100 to 700 EUR a third is up to 300, another up to 500; other currencies say nothing. */
  @Test
  void prices_areInThirdsOfThoseAtHand() {
    assertThat(
            values(
                ArtworkAspect.price(),
                at("100", "EUR"),
                at("200", "EUR"),
                at("300", "EUR"),
                at("400", "EUR"),
                at("500", "EUR"),
                at("601.50", "EUR"),
                at("700", "EUR"),
                at("5", "USD"),
                BARE))
        .containsExactly(
            List.of("≤ 300 EUR"),
            List.of("≤ 300 EUR"),
            List.of("≤ 300 EUR"),
            List.of("300–500 EUR"),
            List.of("300–500 EUR"),
            List.of("> 500 EUR"),
            List.of("> 500 EUR"),
            List.of(),
            List.of());
    assertThat(values(ArtworkAspect.price(), at("1234", "EUR"), at("0", "EUR")))
        .containsExactly(List.of("> 0 EUR"), List.of("≤ 0 EUR"));
  }

  @Test
  void ownAspects_areNamed() {
    ArtworkAspect length =
        ArtworkAspect.of("length", work -> List.of(work.title().length() > 4 ? "long" : "short"));
    assertThat(values(length, BARE)).containsExactly(List.of("short"));
    assertThat(length).hasToString("length");
    assertThatThrownBy(() -> ArtworkAspect.of(" ", work -> List.of()))
        .hasMessage("the name of an aspect is blank, expected a word");
  }
}
