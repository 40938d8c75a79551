/**
 * Questions about works and collections, in English and Chinese. {@link
 * io.artrec.llm.question.Questions} answers from what the records hold: by their fields, by
 * counting, by the sentence that says it, or by a language model that is held to the records it was
 * given; every answer names its works, and where nothing supports one, that is said.
 */
@NullMarked
package io.artrec.llm.question;

import org.jspecify.annotations.NullMarked;
