package io.artrec.eval.split;

import java.util.BitSet;
import java.util.SplittableRandom;

/** Seeded choices. */
final class Chance {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Chance() {}

  /** What chance decides about one visitor does not depend on who else there is (FNV-1a). */
  static SplittableRandom of(long seed, String visitor) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < visitor.length(); i++) {
      hash = (hash ^ visitor.charAt(i)) * FNV_PRIME;
    }
    return new SplittableRandom(seed ^ new SplittableRandom(hash).nextLong());
  }

  /** Chooses exactly {@code count} of 0 to {@code size - 1} (Knuth's algorithm S). O(size). */
  static BitSet choose(int count, int size, SplittableRandom random) {
    BitSet chosen = new BitSet(size);
    int wanted = count;
    for (int i = 0; wanted > 0; i++) {
      if (random.nextInt(size - i) < wanted) {
        chosen.set(i);
        wanted--;
      }
    }
    return chosen;
  }

  /** Deals 0 to {@code size - 1} to hands whose sizes differ by one at most. O(size · hands). */
  static byte[] deal(int hands, int size, SplittableRandom random) {
    int[] room = new int[hands];
    for (int hand = 0; hand < hands; hand++) {
      room[hand] = size / hands + (hand < size % hands ? 1 : 0);
    }
    byte[] handOf = new byte[size];
    for (int i = 0; i < size; i++) {
      int at = random.nextInt(size - i);
      int hand = 0;
      while (at >= room[hand]) {
        at -= room[hand++];
      }
      room[hand]--;
      handOf[i] = (byte) hand;
    }
    return handOf;
  }
}
