/**
 * JMH benchmarks, one class per question; each class's Javadoc holds the command and what the
 * figure is compared with.
 */
@NullMarked
package io.artrec.benchmarks;

import org.jspecify.annotations.NullMarked;
