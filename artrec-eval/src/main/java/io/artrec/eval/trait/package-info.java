/** What works are grouped by: their artists, movements and the like, by name. */
@NullMarked
package io.artrec.eval.trait;

import org.jspecify.annotations.NullMarked;
