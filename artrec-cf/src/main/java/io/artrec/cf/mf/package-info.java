/**
 * Matrix factorisation that predicts ratings, and non-negative factorisation, which ranks as well.
 */
@NullMarked
package io.artrec.cf.mf;

import org.jspecify.annotations.NullMarked;
