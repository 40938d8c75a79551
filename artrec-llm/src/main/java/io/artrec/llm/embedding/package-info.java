/**
 * Sentences as vectors whose cosine is likeness of meaning. {@link
 * io.artrec.llm.embedding.SentenceEncoder} is the extension point.
 */
@NullMarked
package io.artrec.llm.embedding;

import org.jspecify.annotations.NullMarked;
