package io.artrec.text.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.ExtractionException;
import io.artrec.feature.FeatureEncoder;
import io.artrec.similarity.Similarities;
import io.artrec.text.analysis.TextAnalysis;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermFeatureTest {
  private static Artwork work(String id, String description) {
    return Artwork.builder(id, "x" + id).description(description).build();
  }

  private static Optional<float[]> encode(FeatureEncoder encoder, Artwork artwork) {
    return encoder.encode(new ArtworkInput(artwork, ArtworkImages.none()));
  }

  @Test
  void handWorkedCase_weighsByFrequencyAndRarity() {
    Artwork a = work("a", "boat boat sea");
    Artwork b = work("b", "boats");
    Artwork c = work("c", "the sea and a boat");
    FeatureEncoder encoder = TermFeature.tfIdf(TextAnalysis.english()).fit(Catalog.of(a, b, c));

    assertThat(encoder.dimensions()).isEqualTo(2);
    double boat = (1 + Math.log(2)) * (Math.log(4.0 / 4) + 1);
    double sea = Math.log(4.0 / 3) + 1;
    double length = Math.hypot(boat, sea);
    assertThat(encode(encoder, a).orElseThrow())
        .containsExactly(
            new float[] {(float) (boat / length), (float) (sea / length)}, within(1e-6f));
    assertThat(encode(encoder, b).orElseThrow()).containsExactly(1, 0);
  }

  @Test
  void workWithoutSharedWords_isMissing() {
    FeatureEncoder encoder =
        TermFeature.tfIdf(TextAnalysis.english())
            .fit(Catalog.of(work("a", "boat"), work("b", "boat"), work("c", "owl")));

    assertThat(encode(encoder, work("d", "owl"))).isEmpty();
    assertThat(encode(encoder, Artwork.builder("e", "The").build())).isEmpty();
  }

  @Test
  void chineseText_isSegmentedIntoWords() {
    FeatureEncoder encoder =
        TermFeature.tfIdf(TextAnalysis.chinese())
            .fit(
                Catalog.of(
                    work("a", "山水之间的松树"),
                    work("b", "山水与松树"),
                    work("c", "城市街道的夜景"),
                    work("d", "夜景中的城市")));
    float[] a = encode(encoder, work("a", "山水之间的松树")).orElseThrow();
    float[] b = encode(encoder, work("b", "山水与松树")).orElseThrow();
    float[] c = encode(encoder, work("c", "城市街道的夜景")).orElseThrow();

    assertThat(TextAnalysis.chinese().terms("城市街道的夜景")).contains("城市", "街道", "夜景");
    assertThat(Similarities.cosine().compare(a, b))
        .isGreaterThan(Similarities.cosine().compare(a, c));
  }

  @Test
  void hostileTexts_haveADefinedAnswer() {
    String endless = "a".repeat(1_200_000);
    String odd = "\u0000\uD800 \u202Eboat\u202C 🎨 \uFFFF";
    FeatureEncoder encoder =
        TermFeature.tfIdf(TextAnalysis.english())
            .fit(Catalog.of(work("a", endless), work("b", odd), work("c", "boat")));

    assertThat(encode(encoder, work("a", endless))).isEmpty();
    assertThat(encode(encoder, work("b", odd))).isPresent();
  }

  @Test
  void fingerprint_followsTheVocabulary() {
    TermFeature feature = TermFeature.tfIdf(TextAnalysis.english());
    String two = feature.fit(Catalog.of(work("a", "sea"), work("b", "sea"))).fingerprint();
    String again = feature.fit(Catalog.of(work("b", "sea"), work("a", "sea"))).fingerprint();
    String other = feature.fit(Catalog.of(work("a", "sky"), work("b", "sky"))).fingerprint();

    assertThat(again).isEqualTo(two).isNotEqualTo(other);
  }

  @Test
  void limitBelowOne_isRefused() {
    assertThatThrownBy(() -> TermFeature.tfIdf(TextAnalysis.english()).maxTerms(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxTerms is 0, expected 1 or more");
  }

  @Test
  void standardTerms_shrinkWithTheCatalogue_whatIsAskedForStays() {
    assertThat(TermFeature.mostTerms(Integer.MAX_VALUE, 1)).isEqualTo(4096);
    assertThat(TermFeature.mostTerms(Integer.MAX_VALUE, 32_768)).isEqualTo(4096);
    assertThat(TermFeature.mostTerms(Integer.MAX_VALUE, 100_000)).isEqualTo(1342);
    assertThat(TermFeature.mostTerms(Integer.MAX_VALUE, 10_000_000)).isEqualTo(256);
    assertThat(TermFeature.mostTerms(9_000, 10_000_000)).isEqualTo(9_000);
  }

  @Test
  void matrixLargerThanTheHeap_isRefusedWithWhatFits() {
    TermFeature.checkMemory("tf-idf-en", 100_000, 1342, 1L << 30);
    assertThatThrownBy(() -> TermFeature.checkMemory("tf-idf-en", 100_000, 4096, 1L << 30))
        .isInstanceOf(ExtractionException.class)
        .hasMessage(
            "feature 'tf-idf-en' of 100,000 works and 4,096 terms needs 1,562 MB, more than the"
                + " 1,024 MB this Java may use; ask for maxTerms 1,342 or fewer, leave maxTerms to"
                + " the standard, or give more memory (-Xmx)");
  }

  @Test
  void unfitConstants_areRefused() {
    assertThatThrownBy(() -> TermFeature.bm25(TextAnalysis.english(), -1, 0.5))
        .hasMessage("k1 is -1.0, expected 0 or more, at most 1e6");
    assertThatThrownBy(() -> TermFeature.bm25(TextAnalysis.english(), 1, Double.NaN))
        .hasMessage("b is NaN, expected 0 to 1");
  }
}
