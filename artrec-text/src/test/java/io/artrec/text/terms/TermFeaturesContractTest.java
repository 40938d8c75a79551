package io.artrec.text.terms;

import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;
import org.junit.jupiter.api.Nested;

class TermFeaturesContractTest {
  @Nested
  class TfIdfContract extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return TfIdf.english();
    }
  }

  @Nested
  class ChineseTfIdfContract extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return TfIdf.chinese();
    }
  }

  @Nested
  class Bm25Contract extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return Bm25.english();
    }
  }

  @Nested
  class BagOfWordsContract extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return BagOfWords.english();
    }
  }
}
