/** Tests of decoding, most of all of what hostile files do. */
@NullMarked
package io.artrec.vision.image;

import org.jspecify.annotations.NullMarked;
