/**
 * What pictures show, as a tree: {@link io.artrec.text.subject.SubjectTree} knows things and what
 * they are kinds of, in English and Chinese; {@link io.artrec.text.subject.SubjectFinder} finds
 * them in records; {@link io.artrec.text.subject.SubjectLikeness} tells how alike what two works
 * show is.
 */
@NullMarked
package io.artrec.text.subject;

import org.jspecify.annotations.NullMarked;
