/**
 * Second looks at a ranked list. A {@link io.artrec.rerank.Reranker} takes the best works and
 * orders some of them anew, for variety or for caps; it never adds a work.
 */
@NullMarked
package io.artrec.rerank;

import org.jspecify.annotations.NullMarked;
