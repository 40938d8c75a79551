package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.strategy.Capability;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PredictsRatingsTest {
  @Test
  void ratingMethods_sayThatTheyPredict_rankingMethodsThatTheyDoNot() {
    TreeSet<String> predicting = new TreeSet<>();
    for (String name : CfStrategies.names()) {
      if (CfStrategies.parse(name).capabilities().contains(Capability.PREDICTS_RATINGS)) {
        predicting.add(name);
      }
    }

    assertThat(predicting)
        .containsExactly(
            "additive-ratings",
            "bias",
            "biased-mf",
            "item-knn-rating",
            "slope-one",
            "svd-plus-plus",
            "user-knn-rating");
    assertThat(CfStrategies.parse("nmf:feedback=rating").capabilities())
        .containsExactly(Capability.PREDICTS_RATINGS);
  }
}
