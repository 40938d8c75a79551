/**
 * Edges, outlines and moments: what is drawn, apart from its colors and its surface. {@link
 * io.artrec.vision.shape.Gradients} and {@link io.artrec.vision.shape.CannyEdges} find edges,
 * {@link io.artrec.vision.shape.Contours} follows them, moments and shape contexts compare them.
 */
@NullMarked
package io.artrec.vision.shape;

import org.jspecify.annotations.NullMarked;
