package io.artrec.text.keyword;

import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.testkit.KeywordExtractorContract;
import io.artrec.text.testkit.SampleTexts;
import org.junit.jupiter.api.Nested;

class KeywordExtractorsContractTest {
  @Nested
  class OfTfIdf extends KeywordExtractorContract {
    @Override
    protected KeywordExtractor extractor() {
      return TfIdfKeywords.of(SampleTexts.ordinary(), TextAnalysis.english());
    }
  }

  @Nested
  class OfTfIdfInPhrases extends KeywordExtractorContract {
    @Override
    protected KeywordExtractor extractor() {
      return TfIdfKeywords.of(SampleTexts.ordinary(), TextAnalysis.english()).maxWords(3);
    }
  }

  @Nested
  class OfTextRank extends KeywordExtractorContract {
    @Override
    protected KeywordExtractor extractor() {
      return TextRankKeywords.of(TextAnalysis.english());
    }
  }
}
