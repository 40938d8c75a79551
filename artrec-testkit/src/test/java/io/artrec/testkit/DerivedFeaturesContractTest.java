package io.artrec.testkit;

import io.artrec.feature.AttributeFeature;
import io.artrec.feature.DerivedFeature;
import io.artrec.feature.Fusion;
import io.artrec.feature.Pca;
import io.artrec.feature.PeriodFeature;
import io.artrec.feature.SizeFeature;
import org.junit.jupiter.api.Nested;

/** Runs the derived features of artrec-core against the contract. */
class DerivedFeaturesContractTest {
  @Nested
  class FewComponents extends DerivedFeatureContract {
    @Override
    protected DerivedFeature feature() {
      return Pca.of(AttributeFeature.standard(), 3);
    }
  }

  @Nested
  class MoreComponentsThanDimensions extends DerivedFeatureContract {
    @Override
    protected DerivedFeature feature() {
      return Pca.of(AttributeFeature.standard(), 9);
    }
  }

  @Nested
  class ThreeParts extends DerivedFeatureContract {
    @Override
    protected DerivedFeature feature() {
      return Fusion.concatenate("details", "details")
          .add(0.5, AttributeFeature.standard())
          .add(0.3, PeriodFeature.standard())
          .add(0.2, SizeFeature.standard());
    }
  }

  @Nested
  class OnePart extends DerivedFeatureContract {
    @Override
    protected DerivedFeature feature() {
      return Fusion.concatenate("when", "period").add(1, PeriodFeature.standard());
    }
  }
}
