package io.artrec.text.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextAnalysisTest {
  @Test
  void english_isStemmedWithoutStopWords() {
    assertThat(TextAnalysis.english().terms("The painter's boats, and from behind THE SEAS."))
        .containsExactly("painter", "boat", "sea");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, les peintures, peintur",
    "French, les peintures, peintur",
    "FR-ca, les peintures, peintur",
    "de, die Gemälde, gemald",
    "de_AT, die Gemälde, gemald",
    "es, los barcos, barc",
    "it, delle pitture, pittur",
    "nl, de schilderijen, schilderij",
    "ru, картины, картин",
    "pt-BR, pinturas, pintur",
    "nb, maleriene, maleri",
    "ar, والرسم, رسم",
    "ja, 浮世絵, 浮世",
    "turkish, tabloları, tablo",
    "zh-Hans, 山水, 山水",
  })
  void language_isFoundByCodeTagAndName(String language, String text, String first) {
    assertThat(TextAnalysis.of(language).terms(text).get(0)).isEqualTo(first);
  }

  static List<String> languages() {
    return TextAnalysis.languages();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguage_answersEveryText(String language) {
    TextAnalysis analysis = TextAnalysis.of(language);
    assertThat(analysis.name()).isEqualTo(language);
    assertThat(TextAnalysis.of(language.toUpperCase(Locale.ROOT))).isSameAs(analysis);
    assertThat(analysis.terms("")).isEmpty();
    assertThat(analysis.terms(" \t\u3000")).isEmpty();
    String odd = "\u0000\uD800 \u202Eİboat\u202C 🎨 山水畫 картина \uFFFF e\u0301 ไทย हिन्दी";
    assertThat(analysis.terms(odd)).isNotEmpty().isEqualTo(analysis.terms(odd));
    for (String term : analysis.terms(odd)) {
      assertThat(term).isNotBlank().doesNotContain("\u202E", "\u0000", "\uD800");
    }
    assertThat(analysis.terms("x".repeat(2_000))).isEmpty();
  }

  @Test
  void unknownLanguage_isRefusedWithAllThereAre() {
    assertThatThrownBy(() -> TextAnalysis.of("Klingon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "no analysis for language 'Klingon'; expected a code or name of ar (Arabic), bg (Bulgarian)")
        .hasMessageContaining("zh (Chinese)")
        .hasMessageEndingWith("TextAnalysis.of(name, analyzer)");
  }

  @Test
  void unfitName_isRefused() {
    assertThatThrownBy(
            () -> TextAnalysis.of("My Words", new org.apache.lucene.analysis.core.SimpleAnalyzer()))
        .hasMessage(
            "analysis name 'My Words': expected lower-case letters, digits and single hyphens");
  }

  @Test
  void mixedScripts_keepTheWordsOfBoth() {
    assertThat(TextAnalysis.chinese().terms("这幅油画 painting 里有Boats"))
        .contains("paint", "boat", "油画");
    assertThat(TextAnalysis.chinese().terms("莫奈的 The Boats at Sea, this was his"))
        .containsExactly("莫", "奈", "boat", "sea");
    assertThat(TextAnalysis.english().terms("boats 山水 🎨")).containsExactly("boat", "山", "水", "🎨");
  }

  @Test
  void fullWidthLetters_areOrdinaryOnes() {
    assertThat(TextAnalysis.chinese().terms("ＢＯＡＴＳ")).containsExactly("boat");
    assertThat(TextAnalysis.english().terms("ｓｅａ")).containsExactly("sea");
  }

  @Test
  void longText_isCutBetweenWholeCharacters() {
    String text = "boat ".repeat(2_000_000);
    assertThat(TextAnalysis.english().terms(text)).hasSize(TextAnalysis.MOST_CHARACTERS / 5);
    String pairs = "x" + "🎨".repeat(600_000);
    assertThat(TextAnalysis.english().analyze(pairs).text()).hasSize(999_999);
  }

  @Test
  void endlessWord_isNoTerm_norAreItsPieces() {
    String endless = "a".repeat(255 * 3 + 10);
    assertThat(TextAnalysis.english().terms("boat " + endless + " sea"))
        .containsExactly("boat", "sea");
    assertThat(TextAnalysis.chinese().terms("山水 " + "a".repeat(5_000) + " 城市"))
        .containsExactly("山水", "城市");
  }

  @Test
  void tokens_knowWhereTheyStand() {
    AnalyzedText text = TextAnalysis.english().analyze("<b>Boats</b> of the\u202E sea");
    assertThat(text.text()).isEqualTo("Boats of the sea");
    assertThat(text.tokens())
        .containsExactly(
            new AnalyzedText.Token("boat", 0, 5, 0), new AnalyzedText.Token("sea", 13, 16, 3));
    assertThat(text.surface(text.tokens().get(0))).isEqualTo("Boats");
  }

  @Test
  void dictionary_keepsItsTermsWhole() {
    String text = "王希孟的千里江山图是青绿山水的代表";
    assertThat(TextAnalysis.chinese().terms(text)).doesNotContain("千里江山图", "青绿山水");
    TextAnalysis art = TextAnalysis.chinese(TermDictionary.chineseArt());
    assertThat(art.name()).isEqualTo("zh-art");
    assertThat(art.terms(text)).containsExactly("王希孟", "千里江山图", "青绿山水", "代表");
    assertThat(art.parameters()).isNotEqualTo(TextAnalysis.chinese().parameters());
  }

  @Test
  void dictionaryTerms_standWhereTheyStoodInTheText() {
    TermDictionary own = TermDictionary.of("own", Set.of("青绿山水", "pop art"));
    AnalyzedText text = TextAnalysis.chinese(own).analyze("她爱，青绿山水，和ＰＯＰ ＡＲＴ。");
    assertThat(text.tokens().stream().map(text::surface)).contains("青绿山水", "POP ART");
    List<Integer> positions = text.tokens().stream().map(AnalyzedText.Token::position).toList();
    assertThat(positions).doesNotHaveDuplicates().isSorted();
    int before = text.tokens().stream().map(text::surface).toList().indexOf("青绿山水");
    assertThat(positions.get(before)).isGreaterThan(positions.get(before - 1) + 1);
  }

  @Test
  void answers_doNotDependOnTheDefaultLocaleOrTheThread() {
    Locale before = Locale.getDefault();
    List<String> expected = TextAnalysis.english().terms("TITIAN'S INTERIORS IN VENICE");
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(TextAnalysis.of("ENGLISH").terms("TITIAN'S INTERIORS IN VENICE"))
          .isEqualTo(expected)
          .contains("titian", "interior");
      assertThat(TextAnalysis.of("TURKISH").name()).isEqualTo("tr");
    } finally {
      Locale.setDefault(before);
    }
    Set<List<String>> all =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> TextAnalysis.english().terms("TITIAN'S INTERIORS IN VENICE"))
            .collect(Collectors.toSet());
    assertThat(all).containsExactly(expected);
  }
}
