/**
 * What visitors are interested in, read from what they write, search for and do. An {@link
 * io.artrec.llm.interest.InterestReader} makes interests of {@link
 * io.artrec.llm.interest.UserTraces}, by the tree of subjects, the catalogue's names and the
 * sentiment of clauses, or by a language model; {@link io.artrec.Recommender#learn} keeps them.
 */
@NullMarked
package io.artrec.llm.interest;

import org.jspecify.annotations.NullMarked;
