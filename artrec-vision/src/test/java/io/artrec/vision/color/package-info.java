/** Tests of the visual features, against hand-made images and independent reference values. */
@NullMarked
package io.artrec.vision.color;

import org.jspecify.annotations.NullMarked;
