package io.artrec.answering.internal;

import io.artrec.catalog.Catalog;
import io.artrec.explain.Explanation;
import io.artrec.explain.ExplanationContext;
import io.artrec.explain.Sentences;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import java.util.Locale;

/** Says why, by the contributions to a score. */
final class Reasoning {
  private final Catalog catalog;
  private final ExplanationContext explained;

  Reasoning(TrainingContext context, Sentences sentences) {
    catalog = context.catalog();
    explained =
        ExplanationContext.of(catalog)
            .features(context.features().entries().stream().map(FeatureStore.Entry::spec).toList())
            .sentences(sentences);
  }

  Explanation explain(Pick pick, Locale locale) {
    Scores scores = pick.scores();
    return new Explanation(
        catalog.get(pick.artwork()),
        pick.score(),
        pick.occasion(),
        scores.contributions(pick.position()),
        explained.locale(locale));
  }
}
