/**
 * How alike two vectors are, on a stated range, higher meaning more alike. A {@link
 * io.artrec.similarity.Similarity} compares two vectors, or one vector with a whole {@link
 * io.artrec.vector.FeatureMatrix} at memory speed. Mixtures compose others.
 */
@NullMarked
package io.artrec.similarity;

import org.jspecify.annotations.NullMarked;
