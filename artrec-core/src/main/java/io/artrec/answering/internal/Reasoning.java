package io.artrec.answering.internal;

import io.artrec.catalog.Catalog;
import io.artrec.explain.Explanation;
import io.artrec.explain.ExplanationContext;
import io.artrec.explain.Sentences;
import io.artrec.feature.FeatureStore;
import io.artrec.feature.FittedFeatures;
import io.artrec.strategy.Scores;
import io.artrec.strategy.TrainingContext;
import java.util.Locale;
import java.util.Optional;

/** Says why, by the contributions to a score. */
final class Reasoning {
  private final Catalog catalog;
  private final ExplanationContext explained;

  Reasoning(TrainingContext context, Sentences sentences, Optional<FittedFeatures> fitted) {
    catalog = context.catalog();
    ExplanationContext plain =
        ExplanationContext.of(catalog)
            .features(context.features().entries().stream().map(FeatureStore.Entry::spec).toList())
            .sentences(sentences);
    explained = fitted.map(plain::telling).orElse(plain);
  }

  /** Says that a work has a set place, and what its score is made of. */
  Explanation explain(Placed placed, Locale locale) {
    return new Explanation(
        catalog.get(placed.artwork()),
        placed.score(),
        Explanation.Occasion.TASTE,
        placed.contributions(),
        explained.locale(locale));
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
