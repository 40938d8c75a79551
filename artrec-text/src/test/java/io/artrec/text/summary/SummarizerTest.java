package io.artrec.text.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.text.analysis.SentenceSplitter;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummarizerTest {
  /**
   * Three terms a sentence. Shared: first and second 2, first and fourth 2, second and fourth 1;
   * the third none. By hand the first ranks 1.181, second and fourth 0.910 each, the third 0.15.
   */
  private static final String BOATS =
      "Boats sail the sea. The sea carries boats. Owls hunt mice. Boats need sail.";

  private static final Summarizer TEXT_RANK = Summarizer.textRank(TextAnalysis.english());
  private static final Summarizer CENTROID = Summarizer.centroid(TextAnalysis.english());

  private static SummaryLength sentences(int most) {
    return SummaryLength.ofSentences(most);
  }

  /** Sentences with an "x" point one way, those with a "y" the other, with both between. */
  private static final class TwoWays implements SentenceEncoder {
    @Override
    public String name() {
      return "two-ways";
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public Optional<float[]> encode(String text) {
      float x = text.contains("x") ? 1 : 0;
      float y = text.contains("y") ? 1 : 0;
      float norm = (float) Math.sqrt(x + y);
      return norm == 0 ? Optional.empty() : Optional.of(new float[] {x / norm, y / norm});
    }
  }

  @Test
  void sameSentence_isChosenOnce() {
    String text = "The sea is calm. Owls hunt. The sea is calm. The sea is calm.";
    for (Summarizer summarizer : List.of(TEXT_RANK, TEXT_RANK.lambda(1), CENTROID)) {
      assertThat(summarizer.sentences(text, sentences(3)))
          .containsExactlyInAnyOrder("The sea is calm.", "Owls hunt.");
    }
  }

  @Test
  void textRank_choosesAsByHand_inTheTextsOrder() {
    Summarizer rankAlone = TEXT_RANK.lambda(1);
    assertThat(rankAlone.summarize(BOATS, sentences(1))).isEqualTo("Boats sail the sea.");
    assertThat(rankAlone.summarize(BOATS, sentences(2)))
        .isEqualTo("Boats sail the sea. The sea carries boats.");
    assertThat(rankAlone.summarize(BOATS, sentences(3)))
        .isEqualTo("Boats sail the sea. The sea carries boats. Boats need sail.");
    assertThat(rankAlone.summarize(BOATS, sentences(99))).isEqualTo(BOATS);
  }

  @Test
  void lowLambda_choosesWhatIsNew() {
    assertThat(TEXT_RANK.lambda(0.2).summarize(BOATS, sentences(2)))
        .isEqualTo("Boats sail the sea. Owls hunt mice.");
  }

  @Test
  void centroid_choosesTheMiddle_andDoesNotRepeat() {
    String text = "Owls hunt mice. Red boats sail far. Red boats sail far! Red boats and owls.";
    assertThat(CENTROID.lambda(1).sentences(text, sentences(2)))
        .containsExactly("Red boats sail far.", "Red boats sail far!");
    assertThat(CENTROID.lambda(0.5).sentences(text, sentences(2)))
        .doesNotContain("Red boats sail far!");
  }

  @Test
  void unlikeSentences_areTakenFromTheBeginning() {
    String text = "Owls hunt. Boats sail. Moons rise.";
    assertThat(TEXT_RANK.sentences(text, sentences(2)))
        .containsExactly("Owls hunt.", "Boats sail.");
    assertThat(CENTROID.sentences(text, sentences(2))).containsExactly("Owls hunt.", "Boats sail.");
    assertThat(TEXT_RANK.sentences("The. And. Of.", sentences(1))).containsExactly("The.");
    assertThat(CENTROID.sentences("The. And. Of.", sentences(1))).containsExactly("The.");
  }

  @Test
  void vectors_tellLikenessToo() {
    String text = "A y. A x. B x and y. C x. Nothing.";
    assertThat(Summarizer.textRank(new TwoWays()).lambda(1).sentences(text, sentences(1)))
        .containsExactly("B x and y.");
    assertThat(Summarizer.centroid(new TwoWays()).sentences(text, sentences(2)))
        .containsExactly("A x.", "B x and y.");
  }

  @Test
  void characters_areNeverExceeded_shorterSentencesFillUp() {
    Summarizer rankAlone = TEXT_RANK.lambda(1);
    assertThat(rankAlone.summarize(BOATS, SummaryLength.ofCharacters(42)))
        .isEqualTo("Boats sail the sea. The sea carries boats.");
    assertThat(rankAlone.summarize(BOATS, SummaryLength.ofCharacters(41)))
        .isEqualTo("Boats sail the sea. Boats need sail.");
    assertThat(rankAlone.summarize(BOATS, new SummaryLength(1, 41)))
        .isEqualTo("Boats sail the sea.");
    for (int most = 1; most < BOATS.length() + 5; most++) {
      assertThat(rankAlone.summarize(BOATS, SummaryLength.ofCharacters(most)))
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(most);
    }
  }

  @Test
  void sentenceThatFitsNowhere_isCutBetweenWords() {
    assertThat(TEXT_RANK.summarize("Boats sail the sea.", SummaryLength.ofCharacters(12)))
        .isEqualTo("Boats sail…");
    assertThat(TEXT_RANK.summarize("🎨🎨🎨🎨", SummaryLength.ofCharacters(4))).isEqualTo("🎨…");
    assertThat(TEXT_RANK.summarize("x".repeat(100), SummaryLength.ofCharacters(1))).isEqualTo("…");
  }

  @Test
  void chinese_isJoinedWithoutSpaces_fullWidthStays() {
    Summarizer chinese = Summarizer.textRank(TextAnalysis.chinese());
    String text = "这幅山水画描绘了江南的山水！猫头鹰在夜里飞。画家以水墨描绘江南的山水，意境深远。";
    assertThat(chinese.lambda(1).summarize(text, sentences(2)))
        .isEqualTo("这幅山水画描绘了江南的山水！画家以水墨描绘江南的山水，意境深远。");
    assertThat(chinese.lambda(1).summarize(text, SummaryLength.ofCharacters(20)))
        .hasSizeLessThanOrEqualTo(20)
        .isEqualTo("这幅山水画描绘了江南的山水！");
  }

  @Test
  void splitter_canBeReplaced() {
    Summarizer own = TEXT_RANK.splitter(SentenceSplitter.standard().abbreviations(Set.of("Abb")));
    assertThat(own.sentences("Boote in Abb. Eins.", sentences(5))).hasSize(1);
    assertThat(TEXT_RANK.sentences("Boote in Abb. Eins.", sentences(5))).hasSize(2);
  }

  static List<Summarizer> summarizers() {
    return List.of(
        TEXT_RANK,
        CENTROID,
        Summarizer.textRank(TextAnalysis.chinese()),
        Summarizer.centroid(new TwoWays()),
        Summarizer.textRank(new TwoWays()));
  }

  @ParameterizedTest
  @MethodSource("summarizers")
  void oddTexts_haveAnAnswer(Summarizer summarizer) {
    assertThat(summarizer.sentences("", sentences(3))).isEmpty();
    assertThat(summarizer.summarize(" \n\u3000\u200B", sentences(3))).isEmpty();
    assertThat(summarizer.summarize("<p></p>", sentences(3))).isEmpty();
    assertThat(summarizer.summarize("a".repeat(2_000_000), SummaryLength.ofCharacters(50)))
        .hasSize(50)
        .endsWith("a…");
    String odd = "\u202EOwls\u202C hunt 🎨. \uD83C broken. 山水画。 Bad\u0000 control & <b>tags</b>.";
    assertThat(summarizer.sentences(odd, sentences(9)))
        .containsExactly("Owls hunt 🎨.", "\uFFFD broken.", "山水画。", "Bad control & tags.");
    String tenMegabytes =
        "Night owls hunt x near the old harbour y. Night owls sleep by day. ".repeat(150_000);
    assertThat(summarizer.sentences(tenMegabytes, sentences(2))).hasSize(2);
  }

  @Test
  void unfitValues_areRefused() {
    assertThatThrownBy(() -> SummaryLength.ofSentences(0))
        .hasMessage("sentences is 0, expected 1 or more");
    assertThatThrownBy(() -> SummaryLength.ofCharacters(0))
        .hasMessage("characters is 0, expected 1 or more");
    assertThatThrownBy(() -> TEXT_RANK.lambda(2)).hasMessage("lambda is 2.0, expected 0 to 1");
  }
}
