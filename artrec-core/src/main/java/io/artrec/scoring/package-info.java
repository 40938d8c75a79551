/**
 * Where the products of visitors' and artworks' vectors are computed. A {@link
 * io.artrec.scoring.ScoringBackend} loads a matrix once, into memory of its own if it has any, and
 * is then asked many times; every backend is checked against the plain loop.
 */
@NullMarked
package io.artrec.scoring;

import org.jspecify.annotations.NullMarked;
