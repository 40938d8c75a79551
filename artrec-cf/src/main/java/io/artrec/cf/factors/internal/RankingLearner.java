package io.artrec.cf.factors.internal;

import io.artrec.cf.data.internal.SparseVector;

/** Learns a model that ranks works, epoch after epoch. */
public interface RankingLearner {
  /** Scores of all works for one visitor. */
  @FunctionalInterface
  interface Ranking {
    /**
     * Scores every work. Called by several threads at a time.
     *
     * @param user the visitor's row in the matrix learned from
     * @param known what is known of the visitor: that row
     * @param scores receives a score for each work, negative infinity where there is none
     */
    void score(int user, SparseVector known, double[] scores);
  }

  /**
   * Passes over the behaviour once.
   *
   * @param epoch 0 for the first
   */
  void learn(int epoch);

  /** {@return how works rank by what is learned so far; of no use after the next epoch} */
  Ranking ranking();
}
