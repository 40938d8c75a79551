/**
 * Factors learned from pairs of works, a liked one and one drawn by chance; visitors are solved for
 * from their history.
 */
@NullMarked
package io.artrec.cf.pairwise;

import org.jspecify.annotations.NullMarked;
