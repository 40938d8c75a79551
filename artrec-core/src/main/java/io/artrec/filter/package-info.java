/**
 * What must not be recommended. A {@link io.artrec.filter.Filter} says yes or no to one artwork for
 * one request; filters are composed with and, or, not, and hold on every path, the fall-back
 * included.
 */
@NullMarked
package io.artrec.filter;

import org.jspecify.annotations.NullMarked;
