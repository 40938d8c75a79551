/**
 * Float vectors of many artworks, laid out to be read at memory speed. A {@link
 * io.artrec.vector.FeatureMatrix} holds one row per artwork, some missing, in blocks: dimension by
 * dimension, so that plain Java loops over it vectorise, or, where most values are 0, row by row
 * the others alone.
 */
@NullMarked
package io.artrec.vector;

import org.jspecify.annotations.NullMarked;
