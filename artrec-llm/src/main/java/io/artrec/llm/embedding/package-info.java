/**
 * Sentence vectors by networks: {@link io.artrec.llm.embedding.TransformerEncoder} is a {@link
 * io.artrec.text.embedding.SentenceEncoder} over a model file, {@link
 * io.artrec.llm.embedding.TextEmbedding} the feature of any such encoder.
 */
@NullMarked
package io.artrec.llm.embedding;

import org.jspecify.annotations.NullMarked;
