/**
 * What pictures show, as a tree: {@link io.artrec.llm.subject.SubjectTree} knows things and what
 * they are kinds of, in English and Chinese; {@link io.artrec.llm.subject.SubjectFinder} finds them
 * in records; {@link io.artrec.llm.subject.SubjectLikeness} tells how alike what two works show is.
 */
@NullMarked
package io.artrec.llm.subject;

import org.jspecify.annotations.NullMarked;
