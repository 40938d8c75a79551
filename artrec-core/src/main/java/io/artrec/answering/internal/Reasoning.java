package io.artrec.answering.internal;

import io.artrec.catalog.Catalog;
import io.artrec.explain.Explanation;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Says why, by the contributions to a score. */
final class Reasoning {
  private final Catalog catalog;
  private final Map<String, String> facetOf = new HashMap<>();

  Reasoning(TrainingContext context) {
    catalog = context.catalog();
    context.features().entries().forEach(e -> facetOf.put(e.spec().name(), e.spec().facet()));
  }

  Explanation explain(Pick pick, Locale locale) {
    Scores scores = pick.scores();
    return new Explanation(
        catalog.get(pick.artwork()),
        pick.score(),
        pick.occasion(),
        scores.contributions(pick.position()),
        new Explanation.Context(catalog, facetOf, locale));
  }
}
