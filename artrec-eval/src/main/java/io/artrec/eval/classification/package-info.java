/**
 * Measures classifiers, of style or sentiment for instance, against labels known to be true. {@link
 * io.artrec.eval.classification.ConfusionMatrix} counts and gives precision, recall and F1; {@link
 * io.artrec.eval.classification.CrossValidation} learns and tests by turns, with no artist on both
 * sides.
 */
@NullMarked
package io.artrec.eval.classification;

import org.jspecify.annotations.NullMarked;
