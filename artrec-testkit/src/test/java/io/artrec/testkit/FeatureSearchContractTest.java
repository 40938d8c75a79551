package io.artrec.testkit;

import io.artrec.feature.PeriodFeature;
import io.artrec.strategy.FeatureSearch;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.strategy.WishEncoder;
import java.util.List;
import java.util.Optional;

class FeatureSearchContractTest extends StrategyContract {
  /** Hears the wish for a time in a space of periods. */
  private static final WishEncoder TIMES =
      new WishEncoder() {
        @Override
        public String name() {
          return "times";
        }

        @Override
        public int dimensions() {
          return PeriodFeature.standard()
              .fit(SyntheticGallery.of(5, 0, 0, 1).catalog())
              .dimensions();
        }

        @Override
        public Optional<float[]> encodeQuery(String text) {
          float[] vector = new float[dimensions()];
          vector[text.length() % vector.length] = 1;
          return Optional.of(vector);
        }
      };

  @Override
  protected Strategy strategy() {
    return FeatureSearch.in("period", TIMES);
  }

  @Override
  protected List<StrategyReader> readers() {
    return List.of(FeatureSearch.reader(TIMES));
  }

  @Override
  protected Optional<String> wish() {
    return Optional.of("long ago");
  }

  @Override
  protected boolean isPersonal() {
    return false;
  }
}
