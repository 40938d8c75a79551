/**
 * Words as vectors: read from word2vec, GloVe and fastText files, or trained on the catalogue's own
 * texts by skip-gram, CBOW or GloVe; nearest words and analogies; texts as pooled word vectors.
 */
@NullMarked
package io.artrec.text.wordvector;

import org.jspecify.annotations.NullMarked;
