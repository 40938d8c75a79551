/**
 * Sentences as vectors whose cosine is likeness of meaning, whoever computes them: {@link
 * io.artrec.text.embedding.SentenceEncoder} is the extension point.
 */
@NullMarked
package io.artrec.text.embedding;

import org.jspecify.annotations.NullMarked;
