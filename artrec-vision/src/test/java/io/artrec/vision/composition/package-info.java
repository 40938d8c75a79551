/** Tests of what is measured of composition, against hand-made images and reference values. */
@NullMarked
package io.artrec.vision.composition;

import org.jspecify.annotations.NullMarked;
