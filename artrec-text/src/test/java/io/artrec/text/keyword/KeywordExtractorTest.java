package io.artrec.text.keyword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.text.analysis.TermDictionary;
import io.artrec.text.analysis.TextAnalysis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeywordExtractorTest {
  private static final TfIdfKeywords AGAINST_THREE =
      TfIdfKeywords.of(
          List.of("a boat on the sea", "a boat and an owl", "a boat at night"),
          TextAnalysis.english());
  private static final TextRankKeywords ALONE = TextRankKeywords.of(TextAnalysis.english());

  private static List<String> words(List<Keyword> keywords) {
    return keywords.stream().map(Keyword::text).toList();
  }

  @Test
  void tfIdf_weighsAsByHand() {
    List<Keyword> keywords =
        AGAINST_THREE.keywords("The boat, the owls: owls at Sea! Zebra 1889", 9);

    assertThat(words(keywords)).containsExactly("owls", "Zebra", "Sea");
    assertThat(keywords.get(0).weight()).isEqualTo(2 * Math.log(4.0 / 2) / 6, within(1e-12));
    assertThat(keywords.get(1).weight()).isEqualTo(Math.log(4.0 / 1) / 6, within(1e-12));
    assertThat(keywords.get(2).weight()).isEqualTo(Math.log(4.0 / 2) / 6, within(1e-12));
    assertThat(words(AGAINST_THREE.keywords("The boat, the owls: owls at Sea! Zebra", 1)))
        .containsExactly("owls");
  }

  @Test
  void tfIdf_joinsNeighboursWhenAsked() {
    assertThat(words(AGAINST_THREE.maxWords(2).keywords("Night owls. The owl of night", 5)))
        .containsExactly("Night owls");
  }

  @Test
  void tfIdf_readsArtworks() {
    Catalog catalog =
        Catalog.of(
            Artwork.builder("a", "Harbour").subject("boat").subject("storm").build(),
            Artwork.builder("b", "Harbour").subject("boat").subject("calm").build());
    assertThat(words(TfIdfKeywords.of(catalog, TextAnalysis.english()).keywords(catalog.get(0), 5)))
        .containsExactly("storm");
  }

  /** A path of three words: the middle one has 0.15 + 1.7 times what an end has. */
  @Test
  void textRank_weighsAsByHand() {
    double end = 0.21375 / 0.2775;
    double middle = 0.15 + 1.7 * end;

    List<Keyword> words = ALONE.window(2).maxWords(1).keywords("sea owl moon", 9);
    assertThat(words(words)).containsExactly("owl", "sea", "moon");
    assertThat(words.get(0).weight()).isEqualTo(middle, within(1e-8));
    assertThat(words.get(1).weight()).isEqualTo(end, within(1e-8));
    List<Keyword> phrases = ALONE.window(2).keywords("sea owl moon", 9);
    assertThat(words(phrases)).containsExactly("sea owl moon");
    assertThat(phrases.get(0).weight()).isEqualTo(2 * end + middle, within(1e-8));
  }

  @Test
  void textRank_windowCountsFunctionWords_phrasesEndAtPunctuation() {
    List<Keyword> apart = ALONE.window(2).keywords("sea of the moon", 9);
    assertThat(words(apart)).containsExactly("sea", "moon");
    assertThat(apart.get(0).weight()).isEqualTo(0.15, within(1e-9));
    assertThat(ALONE.window(4).keywords("sea of the moon", 9).get(0).weight())
        .isEqualTo(1, within(1e-8));
    assertThat(words(ALONE.keywords("sea, moon; water-lilies - owl", 9)))
        .containsExactlyInAnyOrder("water-lilies", "sea", "moon", "owl");
  }

  /** Two phrases share their best word: it weighs in the first one only. */
  @Test
  void sharedWords_weighOnce() {
    List<Keyword> keywords =
        AGAINST_THREE.maxWords(2).keywords("red owls; green owls; owls; red owls; blue", 9);
    assertThat(words(keywords)).containsExactly("red owls", "green owls", "blue");
    assertThat(keywords.get(1).weight()).isEqualTo(Math.log(4) / 8, within(1e-12));
  }

  @Test
  void names_endBeforeWordsInLowerCase_possessivesAreLeftOut() {
    String text =
        "Morisot exhibited often. Later works by Berthe Morisot sold. It hung by Manet's easel.";
    assertThat(words(ALONE.keywords(text, 20)))
        .contains("Berthe Morisot", "Manet")
        .noneMatch(word -> word.contains("Morisot exhibited"));
  }

  @Test
  void verbs_endPhrases() {
    String text =
        "The suitor strived for her hand. A woman wears pearls. The old painter exhibited drawings on"
            + " painted panels; a rearing horse threw the hunter.";
    assertThat(words(ALONE.keywords(text, 30)))
        .contains("suitor", "pearls", "painted panels", "rearing horse", "hunter")
        .doesNotContain("wears", "threw")
        .noneMatch(word -> word.matches(".* (strived|exhibited|wears|threw).*"));
  }

  @Test
  void gluedSentences_makeNoKeyword() {
    assertThat(words(ALONE.keywords("A girl in a white dress.The half-length was sold.", 9)))
        .contains("white dress", "half-length")
        .noneMatch(word -> word.contains("."));
  }

  @Test
  void textRank_findsWhatADescriptionIsAbout() {
    String text =
        "Water lilies float on the pond. The painter returned to the water lilies of his garden pond for "
            + "thirty years; clouds and willows are mirrored in the pond, and the water lilies seem to hang "
            + "between water and sky. Late water lilies fill whole walls.";
    assertThat(words(ALONE.keywords(text, 3)).get(0)).isEqualTo("water lilies");
    assertThat(words(ALONE.keywords(text, 6))).anyMatch(word -> word.contains("pond"));
  }

  @Test
  void chinese_givesWordsWithoutSpaces() {
    TextRankKeywords art =
        TextRankKeywords.of(TextAnalysis.chinese(TermDictionary.chineseArt())).maxWords(1);
    String text = "这是一幅青绿山水。青绿山水以石青和石绿为主色，王希孟的千里江山图是青绿山水的代表作。";
    assertThat(words(art.keywords(text, 3))).contains("青绿山水");
    assertThat(words(art.keywords(text, 20)))
        .doesNotContain("的", "是", "一")
        .contains("千里江山图", "王希孟");
  }

  static List<KeywordExtractor> extractors() {
    return List.of(
        AGAINST_THREE,
        AGAINST_THREE.maxWords(3),
        ALONE,
        TextRankKeywords.of(TextAnalysis.chinese()),
        TextRankKeywords.of(TextAnalysis.chinese(TermDictionary.chineseArt())));
  }

  @ParameterizedTest
  @MethodSource("extractors")
  void oddTexts_haveAnAnswer(KeywordExtractor extractor) {
    for (String none :
        List.of("", " \n\u3000", "!!! ... ???", "1889 42", "a".repeat(100_000), "\uD83C")) {
      assertThat(extractor.keywords(none, 5)).as(none).isEmpty();
    }
    String odd =
        "\u202Eowls\u202C \uD800 owls 🎨 山水画 картина \u0000 <b>sketchbook</b> &amp; https://x.example/owl";
    List<Keyword> keywords = extractor.keywords(odd, 50);
    assertThat(keywords).isNotEmpty().isEqualTo(extractor.keywords(odd, 50));
    assertThat(words(keywords)).noneMatch(word -> word.contains("\u202E") || word.contains("http"));
    String tenMegabytes = "Night owls hunt near the old harbour at sea. ".repeat(230_000);
    assertThat(extractor.keywords(tenMegabytes, 3)).hasSizeBetween(1, 3);
  }

  @Test
  void unfitValues_areRefused() {
    assertThatThrownBy(() -> ALONE.keywords("x", 0)).hasMessage("most is 0, expected 1 or more");
    assertThatThrownBy(() -> AGAINST_THREE.keywords("x", 0))
        .hasMessage("most is 0, expected 1 or more");
    assertThatThrownBy(() -> ALONE.window(1)).hasMessage("window is 1, expected 2 to 100");
    assertThatThrownBy(() -> ALONE.maxWords(0)).hasMessage("maxWords is 0, expected 1 to 10 words");
    assertThatThrownBy(() -> new Keyword("x", 0))
        .hasMessage("weight is 0.0 (keyword 'x'), expected a positive number");
  }
}
