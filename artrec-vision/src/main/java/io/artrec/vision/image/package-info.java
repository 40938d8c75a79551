/**
 * From the bytes of an image file to pixels, safely. Files come from strangers: what a header
 * promises is checked before memory is taken, only known formats and readers are used, and whatever
 * a reader does wrong becomes one {@code ExtractionException} that names the artwork.
 */
@NullMarked
package io.artrec.vision.image;

import org.jspecify.annotations.NullMarked;
