/**
 * How the vocabulary of core writes itself into a model file and reads itself back. Machinery of
 * {@code Recommender}; not part of the API.
 */
@NullMarked
package io.artrec.model.internal;

import org.jspecify.annotations.NullMarked;
