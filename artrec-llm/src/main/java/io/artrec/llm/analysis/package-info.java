/**
 * Text into terms: cleaning, tokenising, stop words, stems, segmentation of Chinese, by language
 * name.
 */
@NullMarked
package io.artrec.llm.analysis;

import org.jspecify.annotations.NullMarked;
