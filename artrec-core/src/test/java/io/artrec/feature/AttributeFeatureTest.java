package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.similarity.Similarities;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributeFeatureTest {
  private static Optional<float[]> encode(FeatureEncoder encoder, Artwork artwork) {
    return encoder.encode(new ArtworkInput(artwork, ArtworkImages.none()));
  }

  private static Artwork.Builder work(String id) {
    return Artwork.builder(id, "Untitled");
  }

  @Test
  void subjects_weighByRarity() {
    Artwork a = work("a").subject("sea").subject("boat").build();
    Artwork b = work("b").subject("Sea ").subject("boat").subject("storm").build();
    Artwork c = work("c").subject("SEA").build();
    Artwork d = work("d").build();
    FeatureEncoder encoder = AttributeFeature.subjects().fit(Catalog.of(a, b, c, d));
    assertThat(encoder.dimensions()).isEqualTo(2);
    double sea = Math.log(5.0 / 4) + 1;
    double boat = Math.log(5.0 / 3) + 1;
    double length = Math.sqrt(sea * sea + boat * boat);
    float[] expected = {(float) (sea / length), (float) (boat / length)};
    assertThat(encode(encoder, a)).hasValue(expected);
    assertThat(encode(encoder, b)).hasValue(expected);
    assertThat(encode(encoder, c)).hasValue(new float[] {1, 0});
    assertThat(encode(encoder, d)).isEmpty();
    assertThat(encode(encoder, work("new").subject("boat").build())).hasValue(new float[] {0, 1});
    assertThat(encode(encoder, work("odd").subject("storm").build())).isEmpty();
  }

  @Test
  void manySubjects_doNotDrownTheArtist() {
    Artwork.Builder many = work("a").artist("Hokusai");
    Artwork.Builder others = work("b");
    for (int i = 0; i < 50; i++) {
      many.subject("subject " + i);
      others.subject("subject " + i);
    }
    Artwork a = many.build();
    Artwork b = others.build();
    Artwork c = work("c").artist("Hokusai").subject("x").build();
    Artwork d = work("d").subject("x").build();
    FeatureEncoder encoder = AttributeFeature.standard().fit(Catalog.of(a, b, c, d));
    float[] vector = encode(encoder, a).orElseThrow();
    double artist = 0;
    double subjects = 0;
    for (float value : vector) {
      if (value > 0.3) {
        artist += value * value;
      } else {
        subjects += value * value;
      }
    }
    assertThat(artist).isEqualTo(0.3, within(1e-6));
    assertThat(subjects).isEqualTo(0.25, within(1e-6));
    assertThat(Similarities.cosine().compare(vector, encode(encoder, c).orElseThrow()))
        .isEqualTo(0.3 / 0.55, within(1e-6));
  }

  @Test
  void medium_isSplitIntoMaterials() {
    Artwork a = work("a").medium("Oil on canvas").build();
    Artwork b = work("b").medium("Tempera and oil on panel, gold ground").build();
    Artwork c = work("c").medium("oil (with glazes) on canvas, mounted on panel").build();
    Artwork d = work("d").medium("墨、纸本").build();
    Artwork e = work("e").medium("纸本").build();
    FeatureEncoder encoder = AttributeFeature.medium().fit(Catalog.of(a, b, c, d, e));
    assertThat(encoder.dimensions()).isEqualTo(4);
    float[] oilOnCanvas = encode(encoder, a).orElseThrow();
    float[] oilOnPanel = encode(encoder, b).orElseThrow();
    double oil = Math.log(6.0 / 4) + 1;
    double canvas = Math.log(6.0 / 3) + 1;
    assertThat(Similarities.cosine().compare(oilOnCanvas, oilOnPanel))
        .isEqualTo(oil * oil / (oil * oil + canvas * canvas), within(1e-6));
    assertThat(encode(encoder, d).orElseThrow()).isEqualTo(encode(encoder, e).orElseThrow());
  }

  @Test
  void unknownArtists_areNotOneArtist() {
    Artwork a = work("a").artist("Unknown").build();
    Artwork b = work("b").artist("unknown").artist("Monet").build();
    Artwork c = work("c").artist("MONET").build();
    FeatureEncoder encoder = AttributeFeature.artist().fit(Catalog.of(a, b, c));
    assertThat(encode(encoder, a)).isEmpty();
    assertThat(encode(encoder, b)).hasValue(new float[] {1});
    assertThat(encode(encoder, c)).hasValue(new float[] {1});
  }

  @Test
  void catalogWhereNothingIsShared_leavesEveryWorkMissing() {
    Artwork a = work("a").genre("landscape").build();
    FeatureEncoder encoder = AttributeFeature.standard().fit(Catalog.of(a));
    assertThat(encoder.dimensions()).isEqualTo(1);
    assertThat(encode(encoder, a)).isEmpty();
  }

  @Test
  void limit_keepsTheMostFrequentTiesByName() {
    Artwork a = work("a").subject("x").subject("b").subject("c").build();
    Artwork b = work("b").subject("x").subject("b").subject("c").build();
    Artwork c = work("c").subject("x").build();
    FeatureEncoder encoder = AttributeFeature.subjects().maxDimensions(2).fit(Catalog.of(a, b, c));
    assertThat(encoder.dimensions()).isEqualTo(2);
    assertThat(encode(encoder, work("n").subject("x").build())).hasValue(new float[] {1, 0});
    assertThat(encode(encoder, work("n").subject("b").build())).hasValue(new float[] {0, 1});
    assertThat(encode(encoder, work("n").subject("c").build())).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttributeFeature.subjects().maxDimensions(0))
        .withMessage("maxDimensions is 0, expected 1 or more");
  }

  @Test
  void case_doesNotFollowTheDefaultLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      Artwork a = work("a").movement("IMPRESSIONISM").build();
      Artwork b = work("b").movement("impressionism").build();
      FeatureEncoder encoder = AttributeFeature.movement().fit(Catalog.of(a, b));
      assertThat(encode(encoder, a).orElseThrow()).isEqualTo(encode(encoder, b).orElseThrow());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void specs_nameTheFacet() {
    assertThat(AttributeFeature.standard().spec().name()).isEqualTo("details");
    assertThat(AttributeFeature.artist().spec().facet()).isEqualTo("artist");
    assertThat(AttributeFeature.movement().spec().facet()).isEqualTo("movement");
    assertThat(AttributeFeature.genre().spec().facet()).isEqualTo("genre");
    assertThat(AttributeFeature.medium().spec().facet()).isEqualTo("medium");
    assertThat(AttributeFeature.subjects().spec().facet()).isEqualTo("subject");
    FeatureSpec palette = AttributeFeature.attribute("palette").spec();
    assertThat(palette.name()).isEqualTo("palette");
    assertThat(palette.facet()).isEqualTo("palette");
    assertThat(AttributeFeature.attribute("Place of Origin").spec().name())
        .isEqualTo("place-of-origin");
    assertThat(AttributeFeature.attribute("颜色").spec().name()).startsWith("attribute-");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttributeFeature.attribute(" "))
        .withMessage("attribute name is blank");
  }

  @Test
  void freeAttribute_isReadByName() {
    Artwork a = work("a").attribute("palette", "blue").attribute("mood", "calm").build();
    Artwork b = work("b").attribute("palette", "Blue").attribute("mood", "calm").build();
    FeatureEncoder encoder = AttributeFeature.attribute("palette").fit(Catalog.of(a, b));
    assertThat(encoder.dimensions()).isEqualTo(1);
    assertThat(encode(encoder, b)).hasValue(new float[] {1});
  }

  @Test
  void fingerprint_changesWithWhatWasLearned() {
    Artwork a = work("a").genre("landscape").build();
    Artwork b = work("b").genre("landscape").build();
    Artwork c = work("c").build();
    String two = AttributeFeature.genre().fit(Catalog.of(a, b)).fingerprint();
    assertThat(AttributeFeature.genre().fit(Catalog.of(b, a)).fingerprint()).isEqualTo(two);
    assertThat(AttributeFeature.genre().fit(Catalog.of(a, b, c)).fingerprint()).isNotEqualTo(two);
  }

  @Test
  void textOfAMillionCharacters_isTaken() {
    Artwork a = work("a").medium("oil, ".repeat(200_000)).subject("s".repeat(1_000_000)).build();
    Artwork b = work("b").medium("Oil").build();
    FeatureEncoder encoder = AttributeFeature.standard().fit(Catalog.of(a, b));
    assertThat(encoder.dimensions()).isEqualTo(1);
    assertThat(encode(encoder, a)).isPresent();
  }
}
