/**
 * Linear models between works: each work of a history says something for every other, and a score
 * is the sum. Learned in closed form (EASE), by sparse regressions (SLIM), or read off short random
 * walks between visitors and works (P3alpha, RP3beta).
 */
@NullMarked
package io.artrec.cf.linear;

import org.jspecify.annotations.NullMarked;
