/**
 * Text into terms: cleaning, tokenising, stop words, stems, segmentation of Chinese, sentences, by
 * language name. {@link io.artrec.text.analysis.TextAnalysis} is where to start.
 */
@NullMarked
package io.artrec.text.analysis;

import org.jspecify.annotations.NullMarked;
