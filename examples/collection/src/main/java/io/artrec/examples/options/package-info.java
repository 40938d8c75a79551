/**
 * Command lines of the examples: fields of an object with picocli's annotations become its options,
 * and what cannot be read is told in a sentence.
 */
@NullMarked
package io.artrec.examples.options;

import org.jspecify.annotations.NullMarked;
