package io.artrec.rerank;

/**
 * Orders a ranked list anew. Implementations are immutable, thread-safe and deterministic. Extend
 * {@code RerankerContract} of artrec-testkit to check one.
 */
public interface Reranker {
  /** {@return the stable name, which model files show; for instance {@code mmr}} */
  String name();

  /**
   * {@return everything that was set, in a stable textual form, which model files hold; for
   * instance {@code mmr(lambda=0.7)}} {@link Rerankers#parse} reads back those of the built-in
   * rerankers.
   */
  String configuration();

  /**
   * Chooses and orders works of a pool. {@link RankedPool#context()} tells who asks, why the works
   * are there and how long an answer may take: one that takes long looks at {@link
   * RerankContext#isOver()} and returns the best order that it has, for nobody interrupts it. It
   * may say of each work {@linkplain RankedPool#note why} it moved, and that it {@linkplain
   * RerankContext#fellBack fell back}.
   *
   * @param pool the ranked list, usually longer than {@code n}
   * @param n how many are wanted, 1 or more
   * @return positions in the pool, distinct, best first; {@code min(n, pool)} of them unless the
   *     reranker's purpose is to leave some out (a cap)
   * @throws IllegalArgumentException when {@code n} is less than 1
   */
  int[] rerank(RankedPool pool, int n);

  /**
   * Returns a pool in this reranker's order, for a reranker that follows. The default orders all
   * works at once; {@link RankedPool#inOrder} gives a pool that is ordered as it is looked at, for
   * those that find one work after the other.
   *
   * @param pool the ranked list, one work or more
   * @return what {@code pool.select(rerank(pool, pool.size()))} is
   */
  default RankedPool ordered(RankedPool pool) {
    return pool.select(rerank(pool, pool.size()));
  }
}
