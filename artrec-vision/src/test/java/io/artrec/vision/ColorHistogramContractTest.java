package io.artrec.vision;

import io.artrec.feature.ArtworkImages;
import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;

class ColorHistogramContractTest extends FeatureExtractorContract {
  @Override
  protected FeatureExtractor extractor() {
    return ColorHistogram.hsv();
  }

  @Override
  protected ArtworkImages images() {
    return TestImages.noise();
  }
}
