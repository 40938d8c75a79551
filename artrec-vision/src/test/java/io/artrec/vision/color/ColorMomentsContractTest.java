package io.artrec.vision.color;

import io.artrec.feature.ArtworkImages;
import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;
import io.artrec.vision.TestImages;

class ColorMomentsContractTest extends FeatureExtractorContract {
  @Override
  protected FeatureExtractor extractor() {
    return ColorMoments.hsv();
  }

  @Override
  protected ArtworkImages images() {
    return TestImages.noise();
  }
}
