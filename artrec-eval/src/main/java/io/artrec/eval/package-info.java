/**
 * Proof that one recommender is better than another. Behaviour is divided ({@code split}), each
 * recommender learns from one part and is measured on the other ({@code metric}), an experiment
 * does so for many recommenders, splits and metrics ({@code experiment}), statistics say whether a
 * difference is real ({@code statistics}), and a report shows it ({@code report}). {@code
 * classification} measures classifiers; {@code online} what live traffic and its logs tell.
 */
@NullMarked
package io.artrec.eval;

import org.jspecify.annotations.NullMarked;
