/**
 * What behaviour counts ({@link io.artrec.cf.data.Feedback}), and what the strategies that learn
 * from it share.
 */
@NullMarked
package io.artrec.cf.data;

import org.jspecify.annotations.NullMarked;
