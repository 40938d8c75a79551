/**
 * Metrics with stated definitions. {@link io.artrec.eval.metric.TestSet} holds what tested visitors
 * did, {@link io.artrec.eval.metric.Outcomes} what a recommender answered them, {@link
 * io.artrec.eval.metric.TrainingFacts} what it had learned from; a {@link
 * io.artrec.eval.metric.Metric} makes numbers of the three, by visitor or over all.
 */
@NullMarked
package io.artrec.eval.metric;

import org.jspecify.annotations.NullMarked;
