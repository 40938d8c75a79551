package io.artrec.text.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.task.Workers;
import io.artrec.text.sentiment.Sentiment;
import io.artrec.text.sentiment.SentimentAnalyzer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SentimentAnalyzer} must do: find praise better than blame, nothing in a text
 * that says nothing, and the same in the same text alone, among others and on any thread.
 */
public abstract class SentimentAnalyzerContract {
  private static final int THREADS = 4;
  private static final int ROUNDS = 8;

  /** For subclasses. */
  protected SentimentAnalyzerContract() {}

  /** {@return what is tested} */
  protected abstract SentimentAnalyzer analyzer();

  /**
   * Returns a text that is for what it speaks of.
   *
   * @return English unless overridden
   */
  protected String praise() {
    return "a glowing and tender picture";
  }

  /**
   * Returns a text that is against what it speaks of.
   *
   * @return English unless overridden
   */
  protected String blame() {
    return "a muddy and stiff picture";
  }

  private List<String> texts() {
    List<String> all = new ArrayList<>(List.of(praise(), blame(), praise() + ". " + blame()));
    all.addAll(SampleTexts.ordinary());
    all.addAll(SampleTexts.blank());
    all.addAll(SampleTexts.hostile());
    all.add(praise());
    return all;
  }

  @Test
  void name_isStable() {
    assertThat(analyzer().name()).matches("[a-z0-9-]+").isEqualTo(analyzer().name());
  }

  @Test
  void praise_isBetterThanBlame() {
    Sentiment praise = analyzer().analyze(praise());
    Sentiment blame = analyzer().analyze(blame());
    assertThat(praise.intensity()).isPositive().isGreaterThan(blame.intensity());
    assertThat(blame.intensity()).isNegative();
    assertThat(praise.label()).isNotEqualTo(Sentiment.Label.NEGATIVE);
    assertThat(blame.label()).isNotEqualTo(Sentiment.Label.POSITIVE);
  }

  @Test
  void textsThatSayNothing_areNeutral() {
    for (String text : SampleTexts.blank()) {
      assertThat(analyzer().analyze(text)).isEqualTo(Sentiment.neutral());
    }
  }

  @Test
  void many_areJudgedAsOne_inOrder() {
    SentimentAnalyzer analyzer = analyzer();
    List<String> texts = texts();
    List<Sentiment> alone = new ArrayList<>(texts.stream().map(analyzer::analyze).toList());
    assertThat(analyzer.analyzeAll(texts)).isEqualTo(alone);
    Collections.reverse(texts);
    Collections.reverse(alone);
    assertThat(analyzer.analyzeAll(texts)).isEqualTo(alone);
    assertThat(analyzer.analyzeAll(List.of())).isEmpty();
  }

  @Test
  void manyThreads_getTheSame() {
    SentimentAnalyzer analyzer = analyzer();
    List<String> texts = List.of(praise(), blame(), "");
    List<Sentiment> alone = texts.stream().map(analyzer::analyze).toList();
    Workers.of(THREADS)
        .run(
            "judging",
            THREADS * ROUNDS,
            1,
            (from, to) ->
                assertThat(texts.stream().map(analyzer::analyze).toList()).isEqualTo(alone));
  }
}
