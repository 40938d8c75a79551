package io.artrec.text.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.TermFeature;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermWeightingTest {
  private static final Catalog THREE =
      Catalog.of(
          Artwork.builder("a", "boat boat sea").build(),
          Artwork.builder("b", "boat").subject("owl").build(),
          Artwork.builder("c", "The").description("sea, sea and a boat").subject("owl").build());

  private static float[] first(FeatureExtractor feature) {
    FeatureEncoder encoder = feature.fit(THREE);
    return encoder.encode(new ArtworkInput(THREE.get(0), ArtworkImages.none())).orElseThrow();
  }

  @Test
  void bagOfWords_counts_orTellsPresence() {
    assertThat(first(TermFeature.bagOfWords(TextAnalysis.english()))).containsExactly(2, 0, 1);
    assertThat(first(TermFeature.presence(TextAnalysis.english()))).containsExactly(1, 0, 1);
    assertThat(TermFeature.presence(TextAnalysis.english()).spec())
        .isNotEqualTo(TermFeature.bagOfWords(TextAnalysis.english()).spec());
  }

  @Test
  void bm25_followsItsFormula() {
    double mean = (3 + 2 + 4) / 3.0;
    double boat = Math.log(1 + 0.5 / 3.5) * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 3 / mean));
    double sea = Math.log(1 + 1.5 / 2.5) * 1 * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 3 / mean));
    assertThat(first(TermFeature.bm25(TextAnalysis.english())))
        .containsExactly(new float[] {(float) boat, 0, (float) sea}, within(1e-6f));
    assertThat(first(TermFeature.bm25(TextAnalysis.english(), 0, 1)))
        .containsExactly(
            new float[] {(float) Math.log(1 + 0.5 / 3.5), 0, (float) Math.log(1.6)}, within(1e-6f));
    assertThat(TermFeature.bm25(TextAnalysis.english(), 2, 0.5).spec().parameters())
        .startsWith("k1 2.0, b 0.5, ");
  }

  @Test
  void counted_andReadTexts_weighTheSame() {
    List<String> texts = List.of("boat boat sea", "boat. owl", "sea, sea and a boat owl zebra");
    TermDocuments counts = TermCounter.of(TextAnalysis.english()).learn(texts);
    for (TermWeighting weighting : List.of(TermWeighting.tfIdf(), TermWeighting.bm25(1.2, 0.75))) {
      TermVectorizer vectorizer =
          TermVectorizer.of(TextAnalysis.english(), counts.vocabulary(), weighting);
      for (int d = 0; d < texts.size(); d++) {
        TermVector read = vectorizer.vector(texts.get(d));
        assertThat(read.dense(3)).isEqualTo(vectorizer.vector(counts, d).dense(3));
        assertThat(read.unit().norm()).isEqualTo(1, within(1e-12));
        assertThat(read.unit().dot(read.unit())).isEqualTo(1, within(1e-12));
      }
    }
  }

  @Test
  void dot_sumsSharedTerms() {
    TermVector a = new TermVector(new int[] {1, 3, 5}, new double[] {1, 2, 3});
    TermVector b = new TermVector(new int[] {0, 3, 5, 9}, new double[] {9, 10, 100, 9});
    assertThat(a.dot(b)).isEqualTo(320).isEqualTo(b.dot(a));
    assertThat(new TermVector(new int[0], new double[0]).unit().norm()).isZero();
    assertThatThrownBy(() -> a.dense(5))
        .hasMessage("dimensions is 5, expected more than 5, the largest term number");
  }
}
