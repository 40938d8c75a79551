/**
 * Wishes in words, understood without a model: {@link io.artrec.text.wish.WishParser} reads what is
 * wanted and what is not, {@link io.artrec.text.wish.ParsedWish} shows it back, and {@link
 * io.artrec.text.wish.WishPlan} makes it a request over a catalogue.
 */
@NullMarked
package io.artrec.text.wish;

import org.jspecify.annotations.NullMarked;
