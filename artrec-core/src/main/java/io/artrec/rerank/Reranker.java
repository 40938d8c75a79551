package io.artrec.rerank;

/**
 * Orders a ranked list anew. Implementations are immutable, thread-safe and deterministic. Extend
 * {@code RerankerContract} of artrec-testkit to check one.
 */
public interface Reranker {
  /**
   * Returns the stable name, which model files show.
   *
   * @return for instance {@code mmr}
   */
  String name();

  /**
   * Chooses and orders works of a pool.
   *
   * @param pool the ranked list, usually longer than {@code n}
   * @param n how many are wanted, 1 or more
   * @return positions in the pool, distinct, best first; {@code min(n, pool)} of them unless the
   *     reranker's purpose is to leave some out (a cap)
   */
  int[] rerank(RankedPool pool, int n);
}
