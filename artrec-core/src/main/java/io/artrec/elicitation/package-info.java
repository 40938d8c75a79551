/**
 * What to ask somebody of whom little is known. {@link io.artrec.elicitation.FirstMeeting} shows
 * pairs of works, each the one whose answer tells most, and ends in a {@link
 * io.artrec.elicitation.TasteProfile} that says how sure it is; {@link
 * io.artrec.elicitation.SplittingQuestions} finds the question that would split candidates best.
 */
@NullMarked
package io.artrec.elicitation;

import org.jspecify.annotations.NullMarked;
