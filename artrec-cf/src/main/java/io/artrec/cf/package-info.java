/**
 * Strategies that learn from behaviour. What will live here: neighbourhood models, closed-form item
 * models, matrix factorisation, pairwise ranking, and hybrids that factorise features too. Nothing
 * of it is needed yet, so nothing is exposed.
 */
@NullMarked
package io.artrec.cf;

import org.jspecify.annotations.NullMarked;
