package io.artrec.vision.texture;

import io.artrec.feature.ArtworkImages;
import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;
import io.artrec.vision.TestImages;

class MarkovTextureContractTest extends FeatureExtractorContract {
  @Override
  protected FeatureExtractor extractor() {
    return MarkovTexture.standard();
  }

  @Override
  protected ArtworkImages images() {
    return TestImages.noise();
  }
}
