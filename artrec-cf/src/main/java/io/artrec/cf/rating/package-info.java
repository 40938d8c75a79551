/**
 * Methods that predict ratings from means, neighbours and differences: {@link
 * io.artrec.cf.rating.BiasBaseline}, {@link io.artrec.cf.rating.UserKnnRating}, {@link
 * io.artrec.cf.rating.ItemKnnRating}, {@link io.artrec.cf.rating.SlopeOne}. Predictions are on the
 * scale of the ratings and not clipped to it, which would make ties. Factor models of ratings are
 * in {@code factors}.
 */
@NullMarked
package io.artrec.cf.rating;

import org.jspecify.annotations.NullMarked;
