package io.artrec.testkit;

import io.artrec.feature.AttributeFeature;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.PeriodFeature;
import io.artrec.feature.SizeFeature;
import org.junit.jupiter.api.Nested;

/** Runs the extractors of artrec-core against the contract. */
class FeatureExtractorsContractTest {
  @Nested
  class Details extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return AttributeFeature.standard();
    }
  }

  @Nested
  class FewDetails extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return AttributeFeature.standard().maxDimensions(3);
    }
  }

  @Nested
  class Artist extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return AttributeFeature.artist();
    }
  }

  @Nested
  class Medium extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return AttributeFeature.medium();
    }
  }

  @Nested
  class Subjects extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return AttributeFeature.subjects();
    }
  }

  @Nested
  class Palette extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return AttributeFeature.attribute("palette");
    }
  }

  @Nested
  class Period extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return PeriodFeature.standard();
    }
  }

  @Nested
  class Size extends FeatureExtractorContract {
    @Override
    protected FeatureExtractor extractor() {
      return SizeFeature.standard();
    }
  }
}
