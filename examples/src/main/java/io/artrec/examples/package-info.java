/**
 * Small programs that show artrec at work. Start with {@link io.artrec.examples.Quickstart}; the
 * catalogue beside it is this project's own, its visitors are synthetic.
 */
@NullMarked
package io.artrec.examples;

import org.jspecify.annotations.NullMarked;
