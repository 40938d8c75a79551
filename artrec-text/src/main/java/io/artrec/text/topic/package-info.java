/**
 * What a collection of texts is about: latent semantic indexing as a feature, and topics (latent
 * Dirichlet allocation, non-negative matrix factorisation, clusters of sentence embeddings) with
 * their words, their coherence, and the share of each topic in any text.
 */
@NullMarked
package io.artrec.text.topic;

import org.jspecify.annotations.NullMarked;
