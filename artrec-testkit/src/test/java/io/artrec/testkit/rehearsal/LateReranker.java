package io.artrec.testkit.rehearsal;

import io.artrec.rerank.RankedPool;
import io.artrec.rerank.Reranker;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Wants more time than it is given: where there is a deadline, it sees that it is over. */
final class LateReranker implements Reranker {
  private static final long PAUSE_NANOS = 100_000;

  @Override
  public String name() {
    return "late";
  }

  @Override
  public String configuration() {
    return "late()";
  }

  @Override
  public int[] rerank(RankedPool pool, int n) {
    int wanted = Math.min(n, pool.size());
    if (pool.context().left().isEmpty()) {
      pool.note(wanted - 1, "brought forward from place " + wanted);
      return IntStream.range(0, wanted).map(i -> wanted - 1 - i).toArray();
    }
    while (!pool.context().isOver()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    pool.context().fellBack("kept the order it was given");
    return IntStream.range(0, wanted).toArray();
  }
}
