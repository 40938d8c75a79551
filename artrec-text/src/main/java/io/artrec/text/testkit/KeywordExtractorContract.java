package io.artrec.text.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.task.Workers;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.keyword.Keyword;
import io.artrec.text.keyword.KeywordExtractor;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What every {@link KeywordExtractor} must do: find words that stand in the text, each once, the
 * weightiest first and not more than asked for, the same every time and on any thread.
 */
public abstract class KeywordExtractorContract {
  private static final int THREADS = 4;
  private static final int ROUNDS = 8;
  private static final int MOST = 12;

  /** For subclasses. */
  protected KeywordExtractorContract() {}

  /** {@return what is tested} */
  protected abstract KeywordExtractor extractor();

  /**
   * Returns texts, each with a keyword at least.
   *
   * @return the English ones of {@link SampleTexts#ordinary} unless overridden
   */
  protected List<String> texts() {
    return SampleTexts.ordinary().subList(0, 3);
  }

  @Test
  void keywords_standInTheText_eachOnce_byFallingWeight() {
    for (String text : texts()) {
      List<Keyword> keywords = extractor().keywords(text, MOST);
      assertThat(keywords).as(text).isNotEmpty();
      requireSound(keywords, text, MOST);
    }
    for (String text : SampleTexts.hostile()) {
      requireSound(extractor().keywords(text, MOST), text, MOST);
    }
  }

  private static void requireSound(List<Keyword> keywords, String text, int most) {
    assertThat(keywords).hasSizeLessThanOrEqualTo(most);
    assertThat(keywords.stream().map(keyword -> keyword.text().toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    for (int i = 0; i < keywords.size(); i++) {
      assertThat(composed).contains(keywords.get(i).text());
      if (i > 0) {
        assertThat(keywords.get(i).weight()).isLessThanOrEqualTo(keywords.get(i - 1).weight());
      }
    }
  }

  @Test
  void countsBelowOne_areRefused() {
    for (int most : new int[] {0, -1}) {
      assertThatThrownBy(() -> extractor().keywords(texts().get(0), most))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(most));
    }
  }

  @Test
  void textsWithoutWords_haveNone() {
    for (String text : SampleTexts.blank()) {
      assertThat(extractor().keywords(text, MOST)).isEmpty();
    }
  }

  @Test
  void artworks_areReadByTheirText() {
    for (String text : texts()) {
      Artwork artwork =
          Artwork.builder("a", "Untitled").description(text).subject("lily pond").build();
      assertThat(extractor().keywords(artwork, MOST))
          .isEqualTo(extractor().keywords(ArtworkText.of(artwork), MOST));
    }
  }

  @Test
  void manyThreads_getTheSame() {
    KeywordExtractor extractor = extractor();
    List<List<Keyword>> alone = keywords(extractor);
    Workers.of(THREADS)
        .run(
            "finding keywords",
            THREADS * ROUNDS,
            1,
            (from, to) -> assertThat(keywords(extractor)).isEqualTo(alone));
  }

  private List<List<Keyword>> keywords(KeywordExtractor extractor) {
    List<List<Keyword>> all = new ArrayList<>();
    texts().forEach(text -> all.add(extractor.keywords(text, MOST)));
    return all;
  }
}
