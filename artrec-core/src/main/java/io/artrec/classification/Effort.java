package io.artrec.classification;

import io.artrec.task.Cancellation;

/**
 * How learning is done.
 *
 * @param threads on how many threads; they do not change what is learned
 * @param seed decides what is left to chance
 * @param cancellation stops it
 */
record Effort(int threads, long seed, Cancellation cancellation) {}
