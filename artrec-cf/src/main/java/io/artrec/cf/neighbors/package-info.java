/**
 * Neighbourhoods: works that the same visitors chose, visitors who chose the same works, and
 * sessions that share works. How alike two works or visitors are is a {@link
 * io.artrec.cf.neighbors.VectorSimilarity}.
 */
@NullMarked
package io.artrec.cf.neighbors;

import org.jspecify.annotations.NullMarked;
