package io.artrec.vision.composition;

import io.artrec.feature.ArtworkImages;
import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;
import io.artrec.vision.TestImages;
import io.artrec.vision.color.ColorHistogram;

class SpatialPyramidContractTest extends FeatureExtractorContract {
  @Override
  protected FeatureExtractor extractor() {
    return SpatialPyramid.of(ColorHistogram.hsv(4, 2, 2));
  }

  @Override
  protected ArtworkImages images() {
    return TestImages.noise();
  }
}
