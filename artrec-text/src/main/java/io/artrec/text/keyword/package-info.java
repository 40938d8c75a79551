/**
 * The words and phrases that say most about a text: by rarity in a corpus with {@link
 * io.artrec.text.keyword.TfIdfKeywords}, of a single text with {@link
 * io.artrec.text.keyword.TextRankKeywords}.
 */
@NullMarked
package io.artrec.text.keyword;

import org.jspecify.annotations.NullMarked;
