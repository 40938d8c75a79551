/**
 * How relevant a work is to somebody, learned in the process from vectors of texts: a small network
 * on the vectors that an encoder gives, trained through DJL and answered in plain Java.
 */
@NullMarked
package io.artrec.llm.relevance;

import org.jspecify.annotations.NullMarked;
