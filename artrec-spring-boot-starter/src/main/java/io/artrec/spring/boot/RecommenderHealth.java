package io.artrec.spring.boot;

import io.artrec.LearningStatus;
import io.artrec.Recommender;
import java.util.LinkedHashMap;
import java.util.Map;

/** How well a recommender is, in the words that both generations of Boot's health take. */
final class RecommenderHealth {
  private final Recommender recommender;

  RecommenderHealth(Recommender recommender) {
    this.recommender = recommender;
  }

  Map<String, Object> details() {
    LearningStatus learning = recommender.learning();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("works", recommender.catalog().size());
    details.putAll(learning.plain());
    return details;
  }
}
