/** Tests of edges, outlines and moments. */
@NullMarked
package io.artrec.vision.shape;

import org.jspecify.annotations.NullMarked;
