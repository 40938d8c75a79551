/**
 * Measures classifiers, of style or sentiment for instance, against labels known to be true. {@link
 * io.artrec.eval.classification.ConfusionMatrix} counts and gives precision, recall and F1.
 */
@NullMarked
package io.artrec.eval.classification;

import org.jspecify.annotations.NullMarked;
