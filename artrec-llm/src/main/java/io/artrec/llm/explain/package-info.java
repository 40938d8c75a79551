/**
 * Reasons in a language model's words. {@link io.artrec.llm.explain.RephrasedSentences} gives the
 * standard sentences to a model to be said better, and keeps of what comes back what adds nothing.
 */
@NullMarked
package io.artrec.llm.explain;

import org.jspecify.annotations.NullMarked;
