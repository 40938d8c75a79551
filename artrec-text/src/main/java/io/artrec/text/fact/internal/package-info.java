/** A record in words, one text a field. */
@NullMarked
package io.artrec.text.fact.internal;

import org.jspecify.annotations.NullMarked;
