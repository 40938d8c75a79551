/**
 * What words say about an artwork. {@link io.artrec.llm.TfIdf} turns titles and descriptions into
 * weighted terms, in English and Chinese. Keywords, topics, sentence embeddings and language models
 * will live here too.
 */
@NullMarked
package io.artrec.llm;

import org.jspecify.annotations.NullMarked;
