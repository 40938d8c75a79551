/**
 * Dividing behaviour into a part to learn from and a part to be tested on. A {@link
 * io.artrec.eval.split.Splitter} makes one {@link io.artrec.eval.split.Split} or, for cross
 * validation and rolling windows, several; {@link io.artrec.eval.split.Splits} names, saves and
 * loads them. {@link io.artrec.eval.split.SampledNegatives} draws works to rank tested ones among.
 */
@NullMarked
package io.artrec.eval.split;

import org.jspecify.annotations.NullMarked;
