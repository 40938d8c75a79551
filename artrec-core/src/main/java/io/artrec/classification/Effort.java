package io.artrec.classification;

import io.artrec.task.Cancellation;
import io.artrec.task.Workers;

/**
 * How learning is done.
 *
 * @param workers by which means; they do not change what is learned
 * @param seed decides what is left to chance
 */
record Effort(Workers workers, long seed) {
  /** On how many threads. */
  int threads() {
    return workers.threads();
  }

  /** What stops it. */
  Cancellation cancellation() {
    return workers.cancellation();
  }
}
