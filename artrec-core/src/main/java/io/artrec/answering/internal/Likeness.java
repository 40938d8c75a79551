package io.artrec.answering.internal;

import io.artrec.strategy.Scorer;
import io.artrec.strategy.TrainingContext;

/**
 * How works are compared with those that a question names.
 *
 * @param scorer scores them
 * @param context the catalogue and its features, with the works named that it does not hold
 */
public record Likeness(Scorer scorer, TrainingContext context) {}
