/**
 * Loops over rows of pixels that features of several packages share, written so that the compiler
 * turns them into vector instructions. Not part of the API.
 */
@NullMarked
package io.artrec.vision.image.internal;

import org.jspecify.annotations.NullMarked;
