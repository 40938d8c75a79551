package io.artrec.watch;

import java.util.List;

/**
 * What is kept of an answer of a sample.
 *
 * @param visitor a hash of who asked, that only this watch can make; 0 for nobody
 * @param works ids of the first works
 * @param score that of the first work by taste; NaN where there is none
 * @param lesson how often strategies had learned, where the score counts for drift; -1 otherwise
 */
record ShownAnswer(long visitor, List<String> works, double score, int lesson) {
  /** So many works of an answer are kept at most. */
  static final int MOST = 100;
}
