/**
 * What all methods share that learn factors: visitors and works as short vectors whose inner
 * product is the score.
 */
@NullMarked
package io.artrec.cf.factors;

import org.jspecify.annotations.NullMarked;
