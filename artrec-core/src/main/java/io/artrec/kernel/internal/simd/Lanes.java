package io.artrec.kernel.internal.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sum of a vector's lanes in one stated order. {@code reduceLanes} leaves the order open, and
 * interpreted and compiled code differ in the last digit: training would depend on when a method is
 * compiled, and so on the number of threads.
 */
final class Lanes {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** By 8, 4, 2 and 1; a distance beyond the vector's width changes nothing and is not taken. */
  private static final VectorShuffle<Float> BY_8 = swap(8);

  private static final VectorShuffle<Float> BY_4 = swap(4);
  private static final VectorShuffle<Float> BY_2 = swap(2);
  private static final VectorShuffle<Float> BY_1 = swap(1);

  private Lanes() {}

  private static VectorShuffle<Float> swap(int distance) {
    return VectorShuffle.fromOp(SPECIES, lane -> (lane ^ distance) % SPECIES.length());
  }

  /** Adds halves until one lane is left. */
  static float sum(FloatVector vector) {
    if (SPECIES.length() > 16) {
      return inOrder(vector);
    }
    FloatVector sum = vector;
    if (SPECIES.length() > 8) {
      sum = sum.add(sum.rearrange(BY_8));
    }
    if (SPECIES.length() > 4) {
      sum = sum.add(sum.rearrange(BY_4));
    }
    if (SPECIES.length() > 2) {
      sum = sum.add(sum.rearrange(BY_2));
    }
    if (SPECIES.length() > 1) {
      sum = sum.add(sum.rearrange(BY_1));
    }
    return sum.lane(0);
  }

  private static float inOrder(FloatVector vector) {
    float sum = 0;
    for (float lane : vector.toArray()) {
      sum += lane;
    }
    return sum;
  }
}
