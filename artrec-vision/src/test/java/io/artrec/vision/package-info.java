/** What tests of the visual features share: hand-made images, reference values. */
@NullMarked
package io.artrec.vision;

import org.jspecify.annotations.NullMarked;
