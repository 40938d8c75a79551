/**
 * How much a comment is for or against what it speaks of, learned from labelled texts: {@link
 * io.artrec.llm.sentiment.LearnedSentiment} by terms, {@link
 * io.artrec.llm.sentiment.NeuralSentiment} by sentence vectors, {@link
 * io.artrec.llm.sentiment.SequenceSentiment} by words in their order. {@link
 * io.artrec.llm.sentiment.Sentiments} has what is ready to use.
 */
@NullMarked
package io.artrec.llm.sentiment;

import org.jspecify.annotations.NullMarked;
