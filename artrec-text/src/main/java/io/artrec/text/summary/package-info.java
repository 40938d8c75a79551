/**
 * A text's most telling sentences: {@link io.artrec.text.summary.Summarizer} picks them as they
 * stand, by number or by length, without saying the same thing twice.
 */
@NullMarked
package io.artrec.text.summary;

import org.jspecify.annotations.NullMarked;
