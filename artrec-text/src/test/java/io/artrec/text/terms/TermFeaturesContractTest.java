package io.artrec.text.terms;

import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;
import io.artrec.text.analysis.TextAnalysis;
import org.junit.jupiter.api.Nested;

class TermFeaturesContractTest {
  @Nested
  class TfIdfContract extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return TermFeature.tfIdf(TextAnalysis.english());
    }
  }

  @Nested
  class ChineseTfIdfContract extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return TermFeature.tfIdf(TextAnalysis.chinese());
    }
  }

  @Nested
  class Bm25Contract extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return TermFeature.bm25(TextAnalysis.english());
    }
  }

  @Nested
  class BagOfWordsContract extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return TermFeature.bagOfWords(TextAnalysis.english());
    }
  }
}
