/**
 * What pictures show, as a language model sees it: {@link io.artrec.llm.subject.ChatSubjects} has
 * subjects of artrec-text's tree named.
 */
@NullMarked
package io.artrec.llm.subject;

import org.jspecify.annotations.NullMarked;
