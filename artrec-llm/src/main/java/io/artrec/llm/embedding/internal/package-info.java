/** What learns from vectors of texts, for sentiment and labels; changes without notice. */
@NullMarked
package io.artrec.llm.embedding.internal;

import org.jspecify.annotations.NullMarked;
