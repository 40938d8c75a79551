package io.artrec.llm.rerank;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Brings works nearer to an order that somebody wants, none by more than so many places.
 *
 * <p>Each place is filled in turn: by the work that must stand there at last, if there is one, else
 * by the first of the wanted order that may already stand there. No two works have the same last
 * place, so each gets one by its own; and of the first {@code p + 1} works one is always left for
 * place {@code p}.
 */
final class BoundedMoves {
  private BoundedMoves() {}

  /**
   * Returns the order.
   *
   * @param size how many works there are, standing at 0 to {@code size - 1}
   * @param wanted where those stand that should come first, distinct, best first; all others follow
   *     in their order
   * @param most by how many places a work may move, up or down
   * @return where the work of each place stood before
   */
  static int[] order(int size, Collection<Integer> wanted, int most) {
    Deque<Integer> left = new ArrayDeque<>(wanted);
    IntStream.range(0, size).filter(position -> !wanted.contains(position)).forEach(left::add);
    boolean[] placed = new boolean[size];
    int[] order = new int[size];
    for (int place = 0; place < size; place++) {
      int last = place - most;
      int furthest = place + most;
      int next =
          last >= 0 && !placed[last]
              ? last
              : left.stream().filter(position -> position <= furthest).findFirst().orElseThrow();
      left.remove((Integer) next);
      placed[next] = true;
      order[place] = next;
    }
    return order;
  }
}
