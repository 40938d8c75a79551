package io.artrec.text.sentiment;

import io.artrec.text.testkit.SentimentAnalyzerContract;
import org.junit.jupiter.api.Nested;

class SentimentAnalyzersContractTest {
  @Nested
  class OfEnglishWords extends SentimentAnalyzerContract {
    @Override
    protected SentimentAnalyzer analyzer() {
      return LexiconSentiment.english();
    }

    @Override
    protected String praise() {
      return "a beautiful and moving picture";
    }

    @Override
    protected String blame() {
      return "an ugly and boring picture";
    }
  }

  @Nested
  class OfChineseWords extends SentimentAnalyzerContract {
    @Override
    protected SentimentAnalyzer analyzer() {
      return LexiconSentiment.chinese();
    }

    @Override
    protected String praise() {
      return "这幅画很美，非常感人";
    }

    @Override
    protected String blame() {
      return "这幅画很丑，非常无聊";
    }
  }

  @Nested
  class OfBoth extends SentimentAnalyzerContract {
    @Override
    protected SentimentAnalyzer analyzer() {
      return BlendedSentiment.of(LexiconSentiment.english(), LexiconSentiment.chinese(), 0.5);
    }

    @Override
    protected String praise() {
      return "a beautiful picture 很美";
    }

    @Override
    protected String blame() {
      return "an ugly picture 很丑";
    }
  }
}
