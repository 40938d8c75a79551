/**
 * How much a comment is for or against what it speaks of. {@link
 * io.artrec.llm.sentiment.SentimentAnalyzer} is the extension point; {@link
 * io.artrec.llm.sentiment.Sentiments} has what is ready to use, {@link
 * io.artrec.llm.sentiment.LexiconSentiment} reads by word lists and rules, {@link
 * io.artrec.llm.sentiment.LearnedSentiment}, {@link io.artrec.llm.sentiment.NeuralSentiment} and
 * {@link io.artrec.llm.sentiment.SequenceSentiment} learn from labelled texts, and {@link
 * io.artrec.llm.sentiment.CommentSentiment} turns comments into weighted interactions.
 */
@NullMarked
package io.artrec.llm.sentiment;

import org.jspecify.annotations.NullMarked;
