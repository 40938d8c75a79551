package io.artrec.text.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.text.analysis.TextCleaning.Step;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCleaningTest {
  private static String clean(String text) {
    return TextCleaning.standard().clean(text);
  }

  @Test
  void plainText_isLeftAsItIs() {
    String text = "Oil on canvas, 1889; a < b.";
    assertThat(clean(text)).isEqualTo(text);
    String plain = "Oil on canvas, 1889.";
    assertThat(clean(plain)).isSameAs(plain);
    assertThat(clean("")).isEmpty();
    assertThat(clean(" \t\n\u3000\u200B")).isEmpty();
  }

  @Test
  void tagsGo_entitiesBecomeCharacters_scriptsAndCommentsGo() {
    assertThat(
            clean(
                "<p>Still <b>life</b> &amp; <i class='x'>game</i></p><p>&eacute;t&#233; &lt;3</p>"))
        .isEqualTo("Still life & game été <3");
    assertThat(clean("a<script>alert('x')</script>b<!-- c -->d<style>p{}</style>e"))
        .isEqualTo("abde");
    assertThat(clean("width < 30 and height > 20")).isEqualTo("width < 30 and height > 20");
    assertThat(clean("&amp;lt;b&amp;gt;")).isEqualTo("&lt;b&gt;");
    assertThat(clean("unclosed <b and <")).isEqualTo("unclosed <b and <");
    assertThat(clean("<unknown> R&D AT&T; &bogus; &#xZZ; &#1114112; <a1> <!-- open"))
        .isEqualTo("<unknown> R&D AT&T; &bogus; &#xZZ; &#1114112; <a1> <!-- open");
    assertThat(
            clean("<!DOCTYPE html><?xml version='1.0'?><A HREF=\"x>y\" >b</A><br/>c<script>open"))
        .isEqualTo("b copen");
    assertThat(clean("&#x1F3A8;&#65;&hellip;&OElig;&apos;")).isEqualTo("🎨A...Œ'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "See https://example.org/a?b=c#d, or not.|See , or not.",
        "见https://example.org/山水，山水|见 山水,山水",
        "WWW.Example.org. Next|. Next",
        "(ftp://x.example/y)|( )",
        "awww.nice|awww.nice",
        "http://|http://",
      })
  void addressesGo_whatSurroundsThemStays(String text, String expected) {
    assertThat(clean(text)).isEqualTo(expected);
  }

  @Test
  void controls_becomeSpaces_directionMarksGoWithoutATrace() {
    assertThat(clean("a\u0000b\u0007c\u0085d")).isEqualTo("a b c d");
    assertThat(clean("bo\u200Eat \u202Eboat\u202C\u2066x\u2069\uFEFF\u00AD"))
        .isEqualTo("boat boatx");
    assertThat(clean("می\u200Cروم")).contains("\u200C");
    assertThat(clean("x\uFFFF\uFDD0y")).isEqualTo("xy");
  }

  @Test
  void unpairedSurrogates_becomeReplacementCharacters_whateverTheSteps() {
    assertThat(clean("a\uD83Cb \uDFA8c 🎨")).isEqualTo("a\uFFFDb \uFFFDc 🎨");
    TextCleaning nothing = TextCleaning.of(Set.of());
    assertThat(nothing.clean("<b>\uD83C\u0000  ＡＢ</b> www.x.y"))
        .isEqualTo("<b>\uFFFD\u0000  ＡＢ</b> www.x.y");
    assertThat(TextCleaning.of(EnumSet.of(Step.HTML)).clean("&#xD800;!")).doesNotContain("\uD800");
  }

  @Test
  void compatibleForms_becomeOne() {
    assertThat(clean("ＡＢＣ １２３")).isEqualTo("ABC 123");
    assertThat(clean("e\u0301 ﬁne ① ㎝")).isEqualTo("é fine 1 cm");
    assertThat(TextCleaning.standard().without(Step.COMPATIBILITY).clean("ＡＢＣ，")).isEqualTo("ＡＢＣ，");
  }

  @Test
  void endlessMarks_areCutAtTheStreamSafeLimit() {
    String zalgo = "a" + "\u0301\u0316".repeat(200_000) + "b";
    assertThat(clean(zalgo)).startsWith("á").endsWith("b").hasSizeLessThan(40);
    assertThat(clean("\u0303n\u0303")).endsWith("ñ");
  }

  @Test
  void spaces_becomeOne_paragraphsStayWhenAsked() {
    String text = " one\ntwo \r\n\r\n three\u2029four\r\nfive ";
    assertThat(clean(text)).isEqualTo("one two three four five");
    assertThat(TextCleaning.standard().keepingParagraphs().clean(text))
        .isEqualTo("one two\n\nthree\n\nfour five");
    assertThat(TextCleaning.standard().keepingParagraphs().clean("<p>one</p><p>two<br>three</p>"))
        .isEqualTo("one\n\ntwo three");
  }

  @Test
  void gluedSentences_getASpace() {
    assertThat(clean("a white dress.The half-length; Medium:Oil on panel.It"))
        .isEqualTo("a white dress. The half-length; Medium: Oil on panel. It");
    assertThat(clean("it ended (in 1850).The")).isEqualTo("it ended (in 1850). The");
    for (String whole :
        List.of("J.M.W.Turner", "U.S.A.", "Ph.D.", "e.g.Pollock", "St.Ives", "a.The", "x.B")) {
      assertThat(clean(whole)).isEqualTo(whole);
    }
    assertThat(TextCleaning.standard().without(Step.SENTENCES).clean("dress.The half"))
        .isEqualTo("dress.The half");
    assertThat(TextAnalysis.english().terms("a white dress.The half-length"))
        .containsExactly("white", "dress", "half", "length");
  }

  @Test
  void charactersWithoutWidth_cutNoWord() {
    for (String invisible :
        List.of("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u180e", "\u034f")) {
      assertThat(clean("pain" + invisible + "ting")).as(invisible).isEqualTo("painting");
      assertThat(clean("山" + invisible + "水")).isEqualTo("山水");
      assertThat(clean(invisible + "a" + invisible)).isEqualTo("a");
    }
    assertThat(clean("👩\u200d🎨")).as("one emoji").isEqualTo("👩\u200d🎨");
    assertThat(clean("می\u200cخواهم")).as("a Persian verb").isEqualTo("می\u200cخواهم");
    assertThat(clean("ភាសា\u200bខ្មែរ")).as("two Khmer words").isEqualTo("ភាសា ខ្មែរ");
  }

  @Test
  void bytesThatAreNotUtf8_becomeReplacementCharacters() {
    byte[] bytes = {
      (byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xFF, 'b', (byte) 0xE5, (byte) 0xB1
    };
    assertThat(TextCleaning.standard().clean(bytes)).isEqualTo("a\uFFFDb\uFFFD");
    assertThat(TextCleaning.standard().clean("山".getBytes(StandardCharsets.UTF_8))).isEqualTo("山");
  }

  @Test
  void tenMegabytes_areCleaned() {
    String text = "<p>Boats &amp; sea</p> ".repeat(450_000);
    assertThat(clean(text)).hasSize("Boats & sea ".length() * 450_000 - 1);
    for (String hostile :
        List.of(
            "<a ", "<a b='", "<a b=\"<a b='", "<!--", "<script>", "</", "&", "&#1;", "&amp", "<")) {
      assertThat(clean(hostile.repeat(1_000_000 / hostile.length()))).as(hostile).isNotNull();
    }
    assertThat(clean("http://!".repeat(1_000_000))).hasSizeLessThan(10);
  }

  @Test
  void steps_tellCleaningsApart() {
    assertThat(TextCleaning.standard().without(Step.URLS).toString())
        .isEqualTo("HTML CONTROLS COMPATIBILITY SENTENCES SPACES");
    assertThat(TextCleaning.standard().keepingParagraphs().toString())
        .endsWith("keeping paragraphs");
    assertThat(TextCleaning.standard().steps()).containsExactly(Step.values());
  }
}
