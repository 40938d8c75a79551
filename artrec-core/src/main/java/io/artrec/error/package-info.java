/**
 * The root of every exception that artrec throws for reasons a caller may want to handle: bad
 * input, files that cannot be used, work that was cancelled. Mistakes in calling code stay {@link
 * IllegalArgumentException}, {@link IllegalStateException} and {@link NullPointerException}.
 */
@NullMarked
package io.artrec.error;

import org.jspecify.annotations.NullMarked;
