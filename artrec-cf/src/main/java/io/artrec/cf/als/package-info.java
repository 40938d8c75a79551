/**
 * Matrix factorisation of implicit feedback by alternating least squares. Visitors are not stored;
 * whoever asks is solved for from their history.
 */
@NullMarked
package io.artrec.cf.als;

import org.jspecify.annotations.NullMarked;
