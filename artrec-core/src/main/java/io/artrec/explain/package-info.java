/**
 * Why an artwork is recommended: {@link io.artrec.explain.Contribution contributions} that add up
 * to the score, each with its {@link io.artrec.explain.Cause}, and sentences in English or Chinese
 * made from them.
 */
@NullMarked
package io.artrec.explain;

import org.jspecify.annotations.NullMarked;
