package io.artrec.spring.boot;

import io.artrec.Health;
import io.artrec.Recommender;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How well a recommender is, in the words that both generations of Boot's health take. */
final class RecommenderHealth {
  /** Without these, what visitors do is lost; all else goes on with what was learned before. */
  private static final Set<Health.Kind> DOWN = Set.of(Health.Kind.CLOSED, Health.Kind.LOG);

  private final Recommender recommender;

  RecommenderHealth(Recommender recommender) {
    this.recommender = recommender;
  }

  /** Whether events are taken; whatever else is wrong is told in the details. */
  boolean isUp() {
    return recommender.health().problems().stream()
        .noneMatch(problem -> DOWN.contains(problem.kind()));
  }

  Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("works", recommender.catalog().size());
    details.putAll(recommender.learning().plain());
    details.put(
        "problems",
        recommender.health().problems().stream().map(Health.Problem::sentence).toList());
    return details;
  }
}
