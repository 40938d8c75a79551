package io.artrec.vision.texture;

import io.artrec.feature.DerivedFeature;
import io.artrec.testkit.DerivedFeatureContract;

class SurfaceTextureContractTest extends DerivedFeatureContract {
  @Override
  protected DerivedFeature feature() {
    return SurfaceTexture.standard();
  }
}
