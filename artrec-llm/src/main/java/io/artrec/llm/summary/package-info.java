/**
 * A text's most telling sentences: {@link io.artrec.llm.summary.Summarizer} picks them as they
 * stand, by number or by length, without saying the same thing twice.
 */
@NullMarked
package io.artrec.llm.summary;

import org.jspecify.annotations.NullMarked;
