/** Counts terms of texts, weights them, and makes them vectors. */
@NullMarked
package io.artrec.text.terms.internal;

import org.jspecify.annotations.NullMarked;
