package io.artrec.rerank;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rerankers one after the other; all but the last order the whole pool, as far as the next looks.
 * Those before which the time of the request is over are left out.
 */
record Chain(List<Reranker> steps) implements Reranker {
  static final String NAME = "chain";

  Chain {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("chain without rerankers, expected one or more");
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String configuration() {
    return steps.stream()
        .map(Reranker::configuration)
        .collect(Collectors.joining(",", NAME + "(", ")"));
  }

  @Override
  public int[] rerank(RankedPool pool, int n) {
    Rerankers.count(NAME, pool, n);
    RankedPool current = pool;
    for (int step = 0; step < steps.size() - 1 && current.size() > 0; step++) {
      if (isLate(pool, step)) {
        return positions(pool, current, IntStream.range(0, Math.min(n, current.size())).toArray());
      }
      current = steps.get(step).ordered(current);
    }
    if (current.size() == 0) {
      return new int[0];
    }
    return positions(
        pool,
        current,
        isLate(pool, steps.size() - 1)
            ? IntStream.range(0, Math.min(n, current.size())).toArray()
            : steps.get(steps.size() - 1).rerank(current, n));
  }

  private boolean isLate(RankedPool pool, int step) {
    boolean late = step > 0 && pool.context().isOver();
    if (late) {
      pool.context().fellBack("the time was over before " + steps.get(step).configuration());
    }
    return late;
  }

  private static int[] positions(RankedPool pool, RankedPool current, int[] order) {
    int[] positions = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      positions[rank] = pool.position(current.index(order[rank]));
    }
    return positions;
  }

  @Override
  public String toString() {
    return configuration();
  }
}
