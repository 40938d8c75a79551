/**
 * A language model's say in the order of an answer. {@link io.artrec.llm.rerank.LlmReranker} shows
 * the recommender's candidates to a model with the visitor's taste in words, and moves works by a
 * few places as the model says.
 */
@NullMarked
package io.artrec.llm.rerank;

import org.jspecify.annotations.NullMarked;
