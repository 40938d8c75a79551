/**
 * Methods that learn from behaviour and from what works are at the same time, so that a work nobody
 * has acted on yet is answered by its attributes and vectors: {@link
 * io.artrec.cf.content.AdditiveRatings}.
 */
@NullMarked
package io.artrec.cf.content;

import org.jspecify.annotations.NullMarked;
