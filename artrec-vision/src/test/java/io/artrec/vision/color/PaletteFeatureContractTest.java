package io.artrec.vision.color;

import io.artrec.feature.ArtworkImages;
import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;
import io.artrec.vision.TestImages;

class PaletteFeatureContractTest extends FeatureExtractorContract {
  @Override
  protected FeatureExtractor extractor() {
    return PaletteFeature.standard();
  }

  @Override
  protected ArtworkImages images() {
    return TestImages.noise();
  }
}
