/**
 * Sparse matrices and vectors of behaviour, what changed in it, weights between works, the memory
 * that training needs.
 */
@NullMarked
package io.artrec.cf.data.internal;

import org.jspecify.annotations.NullMarked;
