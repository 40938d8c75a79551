package io.artrec.text.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.text.sentiment.Sentiment;
import io.artrec.text.sentiment.SentimentAnalyzer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Holds for an analyzer written for it; each broken one is found out. */
class SentimentAnalyzerContractTest extends SentimentAnalyzerContract {
  private static class TwoWords implements SentimentAnalyzer {
    @Override
    public String name() {
      return "two-words";
    }

    @Override
    public Sentiment analyze(String text) {
      double good = text.contains("glowing") ? 0.5 : 0;
      double bad = text.contains("muddy") ? 0.4 : 0;
      return Sentiment.of(good - bad);
    }
  }

  @Override
  protected SentimentAnalyzer analyzer() {
    return new TwoWords();
  }

  private static void isFoundOut(SentimentAnalyzer broken, Consumer<SentimentAnalyzerContract> by) {
    SentimentAnalyzerContract contract =
        new SentimentAnalyzerContract() {
          @Override
          protected SentimentAnalyzer analyzer() {
            return broken;
          }
        };
    assertThatThrownBy(() -> by.accept(contract)).isInstanceOf(AssertionError.class);
  }

  @Test
  void namesThatChange_areFoundOut() {
    AtomicInteger asked = new AtomicInteger();
    isFoundOut(
        new TwoWords() {
          @Override
          public String name() {
            return "words-" + asked.incrementAndGet();
          }
        },
        SentimentAnalyzerContract::name_isStable);
  }

  @Test
  void sidesTurnedRound_areFoundOut() {
    isFoundOut(
        new TwoWords() {
          @Override
          public Sentiment analyze(String text) {
            return Sentiment.of(-super.analyze(text).intensity());
          }
        },
        SentimentAnalyzerContract::praise_isBetterThanBlame);
  }

  @Test
  void opinionsOfNothing_areFoundOut() {
    isFoundOut(
        new TwoWords() {
          @Override
          public Sentiment analyze(String text) {
            return text.isBlank() ? Sentiment.of(0.1) : super.analyze(text);
          }
        },
        SentimentAnalyzerContract::textsThatSayNothing_areNeutral);
  }

  @Test
  void batchesThatLoseATwin_areFoundOut() {
    isFoundOut(
        new TwoWords() {
          @Override
          public List<Sentiment> analyzeAll(List<String> texts) {
            return texts.stream().distinct().map(this::analyze).toList();
          }
        },
        SentimentAnalyzerContract::many_areJudgedAsOne_inOrder);
  }

  @Test
  void judgementsThatDependOnWhatWasAskedBefore_areFoundOut() {
    AtomicInteger asked = new AtomicInteger();
    isFoundOut(
        new TwoWords() {
          @Override
          public Sentiment analyze(String text) {
            return Sentiment.of(asked.incrementAndGet() * 1e-6);
          }
        },
        SentimentAnalyzerContract::manyThreads_getTheSame);
  }
}
