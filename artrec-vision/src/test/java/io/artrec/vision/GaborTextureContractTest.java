package io.artrec.vision;

import io.artrec.feature.ArtworkImages;
import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;

class GaborTextureContractTest extends FeatureExtractorContract {
  @Override
  protected FeatureExtractor extractor() {
    return GaborTexture.standard();
  }

  @Override
  protected ArtworkImages images() {
    return TestImages.noise();
  }
}
