package io.artrec.vision.composition;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.FeatureExtractor;
import io.artrec.testkit.FeatureExtractorContract;
import io.artrec.vision.TestImages;

class CompositionFeatureContractTest extends FeatureExtractorContract {
  @Override
  protected FeatureExtractor extractor() {
    return CompositionFeature.standard();
  }

  /** Fewer works, because each image is measured at 120,000 pixels. */
  @Override
  protected Catalog catalog() {
    return Catalog.of(super.catalog().stream().limit(6).toList());
  }

  @Override
  protected ArtworkImages images() {
    return TestImages.noise();
  }
}
