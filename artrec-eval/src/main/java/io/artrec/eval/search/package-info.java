/**
 * Finds hyper-parameters that do well, and says whether they do better than what there is. {@link
 * io.artrec.eval.search.SearchSpace} says what may be tried, {@link
 * io.artrec.eval.search.HyperparameterSearch} tries it on part of the training behaviour, never on
 * what is tested.
 */
@NullMarked
package io.artrec.eval.search;

import org.jspecify.annotations.NullMarked;
