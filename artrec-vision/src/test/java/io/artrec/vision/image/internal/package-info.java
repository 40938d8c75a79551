/** Tests of the loops that features share. */
@NullMarked
package io.artrec.vision.image.internal;

import org.jspecify.annotations.NullMarked;
