/**
 * Making events fit to learn from. A {@link io.artrec.cleaning.Cleaning} is a list of steps, such
 * as dropping duplicates or clamping ratings to their scale; it gives the cleaned events and a
 * {@link io.artrec.cleaning.CleaningReport} that says what each step dropped or changed, and why.
 */
@NullMarked
package io.artrec.cleaning;

import org.jspecify.annotations.NullMarked;
