/**
 * Which visitor sees which variant of what answers: an experiment divides visitors by a hash of
 * their id, so nothing has to be stored. What comes of it is compared in artrec-eval.
 */
@NullMarked
package io.artrec.experiment;

import org.jspecify.annotations.NullMarked;
