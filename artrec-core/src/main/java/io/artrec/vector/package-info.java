/**
 * Float vectors of many artworks, laid out to be read at memory speed. A {@link
 * io.artrec.vector.FeatureMatrix} holds one row per artwork, some missing, stored dimension by
 * dimension in blocks so that plain Java loops over it vectorise.
 */
@NullMarked
package io.artrec.vector;

import org.jspecify.annotations.NullMarked;
