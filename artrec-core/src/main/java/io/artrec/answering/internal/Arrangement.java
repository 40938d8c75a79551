package io.artrec.answering.internal;

import io.artrec.explain.Explanation;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The slots of an answer: what was chosen, in its order, around the works at set places. */
final class Arrangement {
  private final List<Pick> pool;
  private final List<Placed> placed;

  /** By slot a position in the pool, or {@code -1 - index} of a placed work. */
  private final int[] slots;

  /**
   * Arranges.
   *
   * @param order positions in the pool, best first
   * @param placed works at set places, by place
   * @param n the most slots
   */
  Arrangement(List<Pick> pool, int[] order, List<Placed> placed, int n) {
    this.pool = pool;
    this.placed = placed;
    slots = new int[Math.min(n, order.length + placed.size())];
    int chosen = 0;
    int set = 0;
    for (int slot = 0; slot < slots.length; slot++) {
      boolean isDue =
          set < placed.size()
              && (placed.get(set).placement().place() <= slot + 1 || chosen == order.length);
      slots[slot] = isDue ? -1 - set++ : order[chosen++];
    }
  }

  int size() {
    return slots.length;
  }

  /** The placed work of a slot; empty where one was chosen for the asker. */
  Optional<Placed> placed(int slot) {
    return slots[slot] < 0 ? Optional.of(placed.get(-1 - slots[slot])) : Optional.empty();
  }

  int placedCount() {
    return placed.size();
  }

  /** What was chosen for a slot that has no placed work. */
  Pick pick(int slot) {
    return pool.get(slots[slot]);
  }

  int artwork(int slot) {
    return placed(slot).map(Placed::artwork).orElseGet(() -> pick(slot).artwork());
  }

  int[] artworks() {
    return IntStream.range(0, size()).map(this::artwork).toArray();
  }

  double[] scores() {
    return IntStream.range(0, size())
        .mapToDouble(slot -> placed(slot).map(Placed::score).orElseGet(() -> pick(slot).score()))
        .toArray();
  }

  /** Where a work stands, 1 for the first. */
  OptionalInt placeOf(int artwork) {
    return IntStream.range(0, size())
        .filter(slot -> artwork(slot) == artwork)
        .map(slot -> slot + 1)
        .findFirst();
  }

  /**
   * The rank of a slot's work by its score alone.
   *
   * @param left works that might have come in and did not, by catalogue index
   */
  int rankBefore(int slot, BitSet left) {
    if (placed(slot).isEmpty()) {
      Pick pick = pick(slot);
      boolean fills = isFallback(pick);
      return slots[slot] + 1 + (int) placed.stream().filter(p -> p.isBefore(pick, fills)).count();
    }
    Placed own = placed(slot).get();
    long before = pool.stream().filter(pick -> !own.isBefore(pick, isFallback(pick))).count();
    before += placed.stream().filter(own::isBehind).count();
    return Math.toIntExact(before + own.behind(left) + 1);
  }

  private static boolean isFallback(Pick pick) {
    return pick.occasion() == Explanation.Occasion.FALLBACK
        || pick.occasion() == Explanation.Occasion.SIMILAR_FALLBACK;
  }
}
