/**
 * How much a comment is for or against what it speaks of. {@link
 * io.artrec.text.sentiment.SentimentAnalyzer} is the extension point, {@link
 * io.artrec.text.sentiment.LexiconSentiment} reads by word lists and rules, {@link
 * io.artrec.text.sentiment.AspectSentiment} tells what is thought of color, price and so on, and
 * {@link io.artrec.text.sentiment.CommentSentiment} turns comments into weighted interactions.
 */
@NullMarked
package io.artrec.text.sentiment;

import org.jspecify.annotations.NullMarked;
