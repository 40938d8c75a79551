package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Availability;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.Offer;
import io.artrec.catalog.Orientation;
import io.artrec.catalog.Price;
import io.artrec.catalog.YearRange;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  @Test
  void bytes_hashAsSha256() {
    assertThat(ContentHash.ofBytes("abc".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void texts_doNotRunTogether() {
    assertThat(ContentHash.ofTexts("ab", "c")).isNotEqualTo(ContentHash.ofTexts("a", "bc"));
    assertThat(ContentHash.ofTexts("a", "")).isNotEqualTo(ContentHash.ofTexts("a"));
  }

  @Test
  void equalRecords_hashEqual() {
    Supplier<Artwork> same =
        () ->
            Artwork.builder("a", "Wave")
                .dimensions(Dimensions.ofCm(10, 20))
                .attribute("palette", "blue")
                .build();
    assertThat(ContentHash.ofRecord(same.get())).isEqualTo(ContentHash.ofRecord(same.get()));
  }

  @Test
  void everyField_changesTheHash() {
    Supplier<Artwork.Builder> base = () -> Artwork.builder("a", "Wave");
    List<Artwork> variants =
        List.of(
            base.get().build(),
            Artwork.builder("b", "Wave").build(),
            Artwork.builder("a", "Waves").build(),
            base.get().artist("Hokusai").build(),
            base.get().artist(new ArtistCredit("Hokusai", ArtistCredit.Qualifier.AFTER)).build(),
            base.get().created(YearRange.of(1831)).build(),
            base.get().created(new YearRange(1831, 1831, true)).build(),
            base.get().movement("x").build(),
            base.get().genre("x").build(),
            base.get().medium("x").build(),
            base.get().technique("x").build(),
            base.get().subject("x").build(),
            base.get().subject("x").subject("y").build(),
            base.get().subject("y").subject("x").build(),
            base.get().description("x").build(),
            base.get().dimensions(Dimensions.ofCm(1, 2)).build(),
            base.get()
                .dimensions(
                    new Dimensions(
                        OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(2)))
                .build(),
            base.get().orientation(Orientation.of(1, 2)).build(),
            base.get().image("x").build(),
            base.get().attribute("x", "y").build(),
            base.get().attribute("y", "x").build());
    Set<String> hashes = new HashSet<>();
    variants.forEach(artwork -> hashes.add(ContentHash.ofRecord(artwork)));
    assertThat(hashes).hasSize(variants.size());
  }

  @Test
  void offer_hasAHashOfItsOwn() {
    List<Artwork> variants =
        List.of(
            Artwork.builder("a", "Wave").build(),
            Artwork.builder("a", "Wave").price(Price.of("1", "EUR")).build(),
            Artwork.builder("a", "Wave").price(Price.of("1", "USD")).build(),
            Artwork.builder("a", "Wave").availability(Availability.AVAILABLE).build(),
            Artwork.builder("a", "Wave").offer(Offer.unknown().stock(1)).build(),
            Artwork.builder("a", "Wave").offer(Offer.unknown().edition("1")).build());
    Set<String> hashes = new HashSet<>();
    variants.forEach(artwork -> hashes.add(ContentHash.ofOffer(artwork)));
    assertThat(hashes).hasSize(variants.size());
    assertThat(variants.stream().map(ContentHash::ofRecord).distinct()).hasSize(1);
  }

  @Test
  void attributesWithTrickyNames_doNotRunTogether() {
    Artwork one =
        Artwork.builder("a", "Wave")
            .attribute("attribute", "v")
            .attribute("w", List.of("attribute", "q"))
            .build();
    Artwork two =
        Artwork.builder("a", "Wave")
            .attribute("attribute", List.of("v", "w"))
            .attribute("w", "q")
            .build();
    assertThat(ContentHash.ofRecord(one)).isNotEqualTo(ContentHash.ofRecord(two));
  }
}
