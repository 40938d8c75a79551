/**
 * Whether a difference is real. {@link io.artrec.eval.statistics.PairedComparison} compares two
 * recommenders visitor by visitor: tests, intervals, effect sizes; {@link
 * io.artrec.eval.statistics.ComparisonTable} compares all recommenders of an experiment with one of
 * them and corrects for their number; {@link io.artrec.eval.statistics.Bootstrap} gives a single
 * mean its interval.
 */
@NullMarked
package io.artrec.eval.statistics;

import org.jspecify.annotations.NullMarked;
