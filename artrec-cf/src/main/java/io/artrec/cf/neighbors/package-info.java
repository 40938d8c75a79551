/**
 * Neighbourhoods: works that the same visitors chose, and visitors who chose the same works. How
 * alike two of them are is a {@link io.artrec.cf.neighbors.VectorSimilarity}.
 */
@NullMarked
package io.artrec.cf.neighbors;

import org.jspecify.annotations.NullMarked;
