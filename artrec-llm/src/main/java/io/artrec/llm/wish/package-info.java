/**
 * Wishes in words, understood without a model: {@link io.artrec.llm.wish.WishParser} reads what is
 * wanted and what is not, {@link io.artrec.llm.wish.ParsedWish} shows it back, and {@link
 * io.artrec.llm.wish.WishPlan} makes it a request over a catalogue.
 */
@NullMarked
package io.artrec.llm.wish;

import org.jspecify.annotations.NullMarked;
