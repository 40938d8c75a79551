/**
 * Proof that one recommender is better than another. What will live here: splits, metrics,
 * experiments, significance tests and reports. Nothing of it is needed yet, so nothing is exposed.
 */
@NullMarked
package io.artrec.eval;

import org.jspecify.annotations.NullMarked;
