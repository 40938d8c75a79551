/** Singular directions of the matrix of visitors by works. */
@NullMarked
package io.artrec.cf.svd;

import org.jspecify.annotations.NullMarked;
