package io.artrec.text.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.text.keyword.KeywordExtractor;
import io.artrec.text.keyword.TextRankKeywords;
import io.artrec.text.keyword.TfIdfKeywords;
import io.artrec.text.sentiment.LexiconSentiment;
import io.artrec.text.sentiment.OpinionTerms;
import io.artrec.text.summary.Summarizer;
import io.artrec.text.summary.SummaryLength;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts of people hold runs of anything: a scan inside a loop over marks would take half an hour
 * for a megabyte of full stops. Where steps can be counted they are; for the rest of the entry
 * points the fuse is a thousand times what they take, and blows for the square of a text's length.
 */
class LongRunsTest {
  private static final int MEGABYTE = 1_000_000;

  static List<String> units() {
    return LongRuns.units().toList();
  }

  @ParameterizedTest
  @MethodSource("units")
  void splitter_looksAtACharacterAFewTimes(String unit) {
    Counted text = new Counted(LongRuns.of(unit, MEGABYTE));
    SentenceSplitter.standard().split(text);
    assertThat(text.looks).isLessThan(30L * MEGABYTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b \"=\"", "<a x='", "<a \"='\"", "<i =\"<i ='", "<p a=\"'\" b='"})
  @Timeout(60)
  void tagsWithoutEnd_areReadOnce(String unit) {
    String text = LongRuns.of(unit, 4 * MEGABYTE);
    assertThat(TextCleaning.of(EnumSet.of(TextCleaning.Step.HTML)).clean(text)).isEqualTo(text);
  }

  static List<String> entries() {
    return List.copyOf(ways().keySet());
  }

  private static Map<String, Function<String, ?>> ways() {
    KeywordExtractor against = TfIdfKeywords.of(List.of("a boat"), TextAnalysis.english());
    Map<String, Function<String, ?>> ways = new TreeMap<>();
    ways.put("cleaning", TextCleaning.standard()::clean);
    ways.put("English", TextAnalysis.english()::terms);
    ways.put("Chinese", TextAnalysis.chinese(TermDictionary.chineseArt())::terms);
    ways.put("Thai", TextAnalysis.of("th")::terms);
    ways.put("Arabic", TextAnalysis.of("ar")::terms);
    ways.put("Japanese", TextAnalysis.of("ja")::terms);
    ways.put("English opinions", OpinionTerms.english()::terms);
    ways.put("Chinese opinions", OpinionTerms.chinese()::terms);
    ways.put("English sentiment", LexiconSentiment.english()::analyze);
    ways.put("Chinese sentiment", LexiconSentiment.chinese()::analyze);
    ways.put("maximum matching", MaximumMatching.of(TermDictionary.chineseArt())::bidirectional);
    ways.put("TF-IDF keywords", text -> against.keywords(text, Integer.MAX_VALUE));
    ways.put(
        "TextRank keywords",
        text -> TextRankKeywords.of(TextAnalysis.english()).keywords(text, Integer.MAX_VALUE));
    ways.put(
        "summary",
        text ->
            Summarizer.textRank(TextAnalysis.english())
                .summarize(text, SummaryLength.ofSentences(Integer.MAX_VALUE)));
    return ways;
  }

  @ParameterizedTest
  @MethodSource("entries")
  @Timeout(120)
  void everyEntryPoint_answersForRunsOfAnything(String entry) {
    Function<String, ?> way = ways().getOrDefault(entry, text -> text);
    for (String unit : LongRuns.harmful()) {
      assertThat(way.apply(LongRuns.of(unit, MEGABYTE / 5))).as(unit).isNotNull();
    }
    assertThat(way.apply(differentWords())).isNotNull();
  }

  /** What grows with the number of different words, and of phrases. */
  private static String differentWords() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < MEGABYTE / 5; i++) {
      text.append(Integer.toString(i, 36).replaceAll("[0-9]", "z")).append(i % 3 == 0 ? ", " : " ");
    }
    return text.toString();
  }

  /** A text that counts how often one looks at its characters. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      looks += end - start;
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
