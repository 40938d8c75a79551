package io.artrec.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.text.sentiment.Sentiment.Label;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconSentimentTest {
  private static final LexiconSentiment ENGLISH = LexiconSentiment.english();
  private static final LexiconSentiment CHINESE = LexiconSentiment.chinese();

  private static double en(String text) {
    return ENGLISH.analyze(text).intensity();
  }

  private static double zh(String text) {
    return CHINESE.analyze(text).intensity();
  }

  @Test
  void handWorkedCase_followsTheFormula() {
    assertThat(en("A good painting.")).isEqualTo(2 / Math.sqrt(4 + 15), within(1e-12));
    double x = (2 + 3) / Math.sqrt(2);
    assertThat(en("A good, beautiful painting."))
        .isEqualTo(x / Math.sqrt(x * x + 15), within(1e-12));
    assertThat(ENGLISH.opinions("It is not good.").get(0).weight()).isEqualTo(-1.5, within(1e-12));
    assertThat(ENGLISH.opinions("It is very good.").get(0).weight()).isEqualTo(2.6, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Luminous and haunting.",
        "Not bad at all.",
        "I never saw anything so beautiful.",
        "The frame is ugly, but the painting is magnificent.",
        "Although the rooms are dull, the drawings are superb.",
        "Nothing short of a masterpiece.",
        "It is far from boring.",
        "I doubt that you will be disappointed.",
        "It avoids every cliche.",
        "It is hard not to be charmed.",
        "Never less than gripping.",
        "It is hard to fault.",
        "Done in less than an hour, and lovely.",
        "I could watch it again.",
        "I can't recommend it highly enough.",
        "It is hard to find anything wrong with it.",
        "It could not be better.",
        "It is soooo goooood",
        "Her brushwork dazzles.",
        "A must-see!",
        "😍",
        "lovely :-)"
      })
  void praise_isPositive(String text) {
    assertThat(ENGLISH.analyze(text).label()).as(text).isEqualTo(Label.POSITIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Derivative and muddy.",
        "Pure kitsch.",
        "This is not good.",
        "It isn't a beautiful work.",
        "The painting is pretty, but the show is a disaster.",
        "It lacks charm.",
        "It could have been great.",
        "Less interesting than the first one.",
        "A less than thrilling evening.",
        "Far from good.",
        "The plot is lacking and boring.",
        "I can't recommend it.",
        "It is hard to find anything good in it.",
        "I doubt that it is any good.",
        "It has all the charm of a parking ticket.",
        "Too clever.",
        "I will never come back.",
        "It failed to impress.",
        "Dont waste your money",
        "👎"
      })
  void blame_isNegative(String text) {
    assertThat(ENGLISH.analyze(text).label()).as(text).isEqualTo(Label.NEGATIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "意境深远，笔墨精妙。",
        "不错",
        "一点也不差",
        "虽然房间不大，但是很干净。",
        "好看极了",
        "没有让人失望",
        "房间没有什么可挑剔的",
        "下次来还住这里",
        "系统一点不卡",
        "苹果又脆又甜，水分很足",
        "从来没有这么满意过",
        "性价比很高，值得推荐",
        "very good，下次还来",
        "挺好的，就是有点小，不过还是很喜欢"
      })
  void chinesePraise_isPositive(String text) {
    assertThat(CHINESE.analyze(text).label()).as(text).isEqualTo(Label.POSITIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "匠气太重，毫无灵气。",
        "不好",
        "不是很满意",
        "并非佳作",
        "外观漂亮，但是质量太差。",
        "没有任何优点",
        "太差劲了！",
        "一点都不好看",
        "服务态度冷淡，房间又脏又吵",
        "谈不上好",
        "一点都不隔音",
        "老板说话不算数",
        "系统卡得不行",
        "动不动就闪退"
      })
  void chineseBlame_isNegative(String text) {
    assertThat(CHINESE.analyze(text).label()).as(text).isEqualTo(Label.NEGATIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "slightly good, good",
    "good, very good",
    "very good, 'very good!'",
    "'very good!', 'very good!!'",
    "It is good, It is GOOD",
    "good, excellent",
    "excellent, a masterpiece",
    "not bad, good"
  })
  void degree_raisesIntensity(String less, String more) {
    assertThat(en(less)).isPositive().isLessThan(en(more));
  }

  @Test
  void chineseDegree_raisesIntensity() {
    assertThat(zh("有点满意")).isPositive().isLessThan(zh("满意"));
    assertThat(zh("满意")).isLessThan(zh("满意极了"));
    assertThat(zh("稍微有些失望")).isNegative().isGreaterThan(zh("极其失望"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mean number of letters.",
        "A kind of harbour.",
        "It hangs in room five.",
        "大概有许多水墨画",
        "好像在美术馆",
        "Who painted this?"
      })
  void wordsWithoutOpinion_areNeutral(String text) {
    assertThat(CHINESE.analyze(text)).isEqualTo(Sentiment.neutral());
  }

  @Test
  void lists_areAsLargeAsStated() {
    assertThat(Wordlist.english().opinions()).isGreaterThan(4_200);
    assertThat(Wordlist.chinese().opinions() - Wordlist.english().opinions()).isGreaterThan(3_300);
  }

  @Test
  void extraWords_countAndCanBeTakenAway() {
    LexiconSentiment more = ENGLISH.with(Map.of("Zorn-like", 3.0, "good", 0.0));
    assertThat(more.analyze("quite zorn like").label()).isEqualTo(Label.POSITIVE);
    assertThat(more.analyze("good")).isEqualTo(Sentiment.neutral());
    assertThat(ENGLISH.analyze("good").label()).isEqualTo(Label.POSITIVE);
    assertThatThrownBy(() -> ENGLISH.with(Map.of("x", 5.0)))
        .hasMessage("intensity of 'x' in the sentiment lexicon is 5.0, expected -4 to 4");
    assertThatThrownBy(() -> ENGLISH.with(Map.of(" ", 1.0)))
        .hasMessage("a word for the sentiment lexicon is blank");
  }

  @Test
  void opinions_nameWhatCounts() {
    assertThat(ENGLISH.opinions("A haunting picture, but the frame is ugly."))
        .extracting(LexiconSentiment.Opinion::words)
        .containsExactly("haunting", "ugly");
    assertThat(CHINESE.opinions("色彩很美，可是构图呆板"))
        .extracting(LexiconSentiment.Opinion::words)
        .containsExactly("美", "构图呆板");
  }

  @Test
  void hostileTexts_haveADefinedAnswer() {
    for (String nothing :
        new String[] {
          "", "  \t\n", "\u0000\uD800\u202E", "x".repeat(1_000_000), "!!! ???", "...", "\uDC00"
        }) {
      assertThat(ENGLISH.analyze(nothing)).as("nothing").isEqualTo(Sentiment.neutral());
      assertThat(CHINESE.analyze(nothing)).as("nothing").isEqualTo(Sentiment.neutral());
    }
    assertThat(en("\u202Egood\u202C")).isPositive();
    assertThat(en("good\uD800 picture")).isPositive();
    assertThat(en("good\u0000")).isPositive();
    String tenMegabytes = "The painting is awful and good. ".repeat(330_000);
    assertThat(en(tenMegabytes)).isBetween(-1.0, 1.0);
    assertThat(zh("好".repeat(5_000_000))).isBetween(0.1, 1.0);
    assertThat(zh("This is 很好 👍 ужас")).isPositive();
  }

  @Test
  void labels_followTheStatedThreshold() {
    assertThat(Sentiment.of(0.05).label()).isEqualTo(Label.POSITIVE);
    assertThat(Sentiment.of(-0.05).label()).isEqualTo(Label.NEGATIVE);
    assertThat(Sentiment.of(0.049).label()).isEqualTo(Label.NEUTRAL);
    assertThatThrownBy(() -> Sentiment.of(1.5))
        .hasMessage("sentiment intensity is 1.5, expected -1 to 1");
    assertThatThrownBy(() -> Sentiment.of(Double.NaN))
        .hasMessage("sentiment intensity is NaN, expected -1 to 1");
    assertThatThrownBy(() -> new Sentiment(-0.5, Label.POSITIVE))
        .hasMessage("sentiment intensity -0.5 contradicts the label positive");
    assertThat(Label.ofCode(" Positive ")).contains(Label.POSITIVE);
    assertThat(Label.ofCode("so-so")).isEmpty();
  }
}
