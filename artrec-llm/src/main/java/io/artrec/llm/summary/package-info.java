/**
 * What a text says, in short: {@link io.artrec.llm.summary.Summaries} has a language model say it,
 * checked against the text, or takes the text's own sentences; as a whole, or from three points of
 * view.
 */
@NullMarked
package io.artrec.llm.summary;

import org.jspecify.annotations.NullMarked;
