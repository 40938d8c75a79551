/**
 * What networks and language models say about an artwork, or to somebody who looks at it: sentence
 * vectors, opinions learned from examples, labels, descriptions, answers, conversations. The
 * concepts live in packages of their own; what needs no model is artrec-text.
 */
@NullMarked
package io.artrec.llm;

import org.jspecify.annotations.NullMarked;
