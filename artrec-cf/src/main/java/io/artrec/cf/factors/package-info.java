/**
 * Factors: visitors and works as short vectors whose inner product is the score. Visitors are not
 * stored; whoever asks is solved for from their history.
 */
@NullMarked
package io.artrec.cf.factors;

import org.jspecify.annotations.NullMarked;
