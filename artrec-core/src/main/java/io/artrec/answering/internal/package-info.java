/**
 * The way from a question to an answer, a room for each step: {@link
 * io.artrec.answering.internal.Question} says who asks and what may be answered, {@code
 * Eligibility} which works that leaves, {@code Scoring} scores what is worth it, {@code Pool} takes
 * the best and fills up, {@code Reordering} looks a second time, {@code Reasoning} says why; {@link
 * io.artrec.answering.internal.Answering} walks it. Machinery of {@code Recommender}; not part of
 * the API.
 */
@NullMarked
package io.artrec.answering.internal;

import org.jspecify.annotations.NullMarked;
