package io.artrec.vision.shape;

import io.artrec.feature.ArtworkImages;
import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;
import io.artrec.vision.TestImages;

class HuMomentsContractTest extends FeatureExtractorContract {
  @Override
  protected FeatureExtractor extractor() {
    return HuMoments.standard();
  }

  @Override
  protected ArtworkImages images() {
    return TestImages.noise();
  }
}
