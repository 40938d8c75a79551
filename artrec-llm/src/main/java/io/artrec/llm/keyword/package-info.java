/**
 * The words and phrases that say most about a text: by rarity in a corpus with {@link
 * io.artrec.llm.keyword.TfIdfKeywords}, of a single text with {@link
 * io.artrec.llm.keyword.TextRankKeywords}.
 */
@NullMarked
package io.artrec.llm.keyword;

import org.jspecify.annotations.NullMarked;
