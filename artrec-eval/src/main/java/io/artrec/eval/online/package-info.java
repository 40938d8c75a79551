/**
 * What live traffic and its logs tell. {@link io.artrec.eval.online.ImpressionLog} holds which work
 * was shown to whom, where, under which variant, and what came of it; {@link
 * io.artrec.eval.online.Attribution} fills in what came of it from behaviour. On it stand click and
 * dwell summaries ({@link io.artrec.eval.online.FeedbackSummaries}), comparisons that may be looked
 * at any time ({@link io.artrec.eval.online.AbTest}), estimates of what another recommender would
 * have earned ({@link io.artrec.eval.online.OffPolicyLog}) and corrections for the place a work was
 * shown at ({@link io.artrec.eval.online.ExaminationCurve}). {@link
 * io.artrec.eval.online.TeamDraft} compares two recommenders inside one list.
 */
@NullMarked
package io.artrec.eval.online;

import org.jspecify.annotations.NullMarked;
