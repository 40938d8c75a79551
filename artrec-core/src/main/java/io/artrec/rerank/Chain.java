package io.artrec.rerank;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rerankers one after the other; all but the last order the whole pool. */
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
    int[] positions = IntStream.range(0, pool.size()).toArray();
    for (int step = 0; step < steps.size() && current.size() > 0; step++) {
      boolean last = step == steps.size() - 1;
      int[] order = steps.get(step).rerank(current, last ? n : current.size());
      int[] before = positions;
      positions = Arrays.stream(order).map(position -> before[position]).toArray();
      current = current.select(order);
    }
    return positions;
  }

  @Override
  public String toString() {
    return configuration();
  }
}
