package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PredictsRatingsTest {
  @Test
  void ratingMethods_sayThatTheyPredict_rankingMethodsThatTheyDoNot() {
    TreeSet<String> predicting = new TreeSet<>();
    for (String name : CfStrategies.names()) {
      if (CfStrategies.parse(name).predictsRatings()) {
        predicting.add(name);
      }
    }

    assertThat(predicting)
        .containsExactly(
            "bias",
            "biased-mf",
            "item-knn-rating",
            "slope-one",
            "svd-plus-plus",
            "user-knn-rating");
    assertThat(CfStrategies.parse("nmf:feedback=rating").predictsRatings()).isTrue();
  }
}
