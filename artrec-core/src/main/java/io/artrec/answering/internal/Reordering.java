package io.artrec.answering.internal;

import io.artrec.rerank.RankedPool;
import io.artrec.rerank.RerankContext;
import io.artrec.rerank.Reranker;
import io.artrec.strategy.TrainingContext;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The second look at a pool: a re-ranker's order, checked. */
final class Reordering {
  private final Reranker reranker;
  private final TrainingContext context;

  Reordering(Reranker reranker, TrainingContext context) {
    this.reranker = reranker;
    this.context = context;
  }

  /** How many works a re-ranker chooses from. */
  int poolSize(int n) {
    return (int) Math.min(context.catalog().size(), Math.max(100L, 5L * n));
  }

  /** For whom a pool is ordered. */
  RerankContext context(Question question, List<Pick> pool, Course course) {
    Map<Integer, Pick> byArtwork = new HashMap<>();
    pool.forEach(pick -> byArtwork.put(pick.artwork(), pick));
    return RerankContext.of(
            new RerankContext.Asked(question.users(), question.askers(), question.about()),
            question.locale())
        .deadline(course::nanosLeft)
        .reasons(
            artwork -> {
              Pick pick = byArtwork.get(artwork);
              return pick == null ? List.of() : pick.scores().contributions(pick.position());
            });
  }

  /** Positions in the pool, best first, at most as many as wanted. */
  int[] order(List<Pick> pool, int n, RerankContext to) {
    int[] order = reranker.rerank(ranked(pool).in(to), n);
    BitSet used = new BitSet(pool.size());
    for (int rank = 0; rank < order.length; rank++) {
      int position = order[rank];
      if (position < 0 || position >= pool.size() || used.get(position) || rank == n) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "re-ranker %s returned position %d of a pool of %d as number %d of %d; expected at most as many as asked for, each in the pool and once",
                reranker.configuration(),
                position,
                pool.size(),
                rank + 1,
                n));
      }
      used.set(position);
    }
    return order;
  }

  /** Fall-backs rank below everything else, whatever their own scores are. */
  private RankedPool ranked(List<Pick> pool) {
    int[] artworks = new int[pool.size()];
    double[] scores = new double[pool.size()];
    for (int i = 0; i < scores.length; i++) {
      artworks[i] = pool.get(i).artwork();
      scores[i] = i == 0 ? pool.get(0).score() : scores[i - 1] - drop(pool.get(i - 1), pool.get(i));
    }
    return new RankedPool(artworks, scores, context.catalog(), context.features());
  }

  private static double drop(Pick before, Pick pick) {
    return before.occasion() == pick.occasion() && before.score() >= pick.score()
        ? before.score() - pick.score()
        : 0;
  }
}
