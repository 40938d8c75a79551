package io.artrec.rerank;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rerankers one after the other; all but the last order the whole pool, as far as the next looks.
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
      current = steps.get(step).ordered(current);
    }
    if (current.size() == 0) {
      return new int[0];
    }
    int[] order = steps.get(steps.size() - 1).rerank(current, n);
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
