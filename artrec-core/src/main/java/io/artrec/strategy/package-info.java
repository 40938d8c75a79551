/**
 * Ways to score artworks for somebody. A {@link io.artrec.strategy.Strategy} is a configured
 * method; training it gives a {@link io.artrec.strategy.Scorer}, which answers a {@link
 * io.artrec.strategy.Query} with {@link io.artrec.strategy.Scores} and tells the {@link
 * io.artrec.explain.Contribution contributions} behind each.
 */
@NullMarked
package io.artrec.strategy;

import org.jspecify.annotations.NullMarked;
