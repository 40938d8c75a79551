package io.artrec.vision.composition;

import io.artrec.feature.ArtworkImages;
import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;
import io.artrec.vision.TestImages;

class SpatialLayoutContractTest extends FeatureExtractorContract {
  @Override
  protected FeatureExtractor extractor() {
    return SpatialLayout.standard();
  }

  @Override
  protected ArtworkImages images() {
    return TestImages.noise();
  }
}
