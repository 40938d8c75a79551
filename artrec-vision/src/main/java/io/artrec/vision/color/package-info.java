/**
 * Which colors an image has and what they do: histograms and what can be said of them. Each feature
 * is an {@link io.artrec.vision.ImageMeasure}.
 */
@NullMarked
package io.artrec.vision.color;

import org.jspecify.annotations.NullMarked;
