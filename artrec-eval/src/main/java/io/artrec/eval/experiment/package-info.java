/**
 * Recommenders × splits × metrics. {@link io.artrec.eval.experiment.Experiment} trains every
 * recommender on every split, asks it for every tested visitor, and measures; {@link
 * io.artrec.eval.experiment.ExperimentResult} holds the numbers, by visitor too, and where they
 * come from.
 */
@NullMarked
package io.artrec.eval.experiment;

import org.jspecify.annotations.NullMarked;
