package io.artrec.kernel.internal.simd;

import io.artrec.kernel.internal.PairwiseKernel;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Whole vectors only: rows have the length of a stride. */
final class SimdPairwiseKernel implements PairwiseKernel {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public float product(float[] x, float[] y) {
    FloatVector even = FloatVector.zero(SPECIES);
    FloatVector odd = FloatVector.zero(SPECIES);
    int j = 0;
    for (; j + 2 * LANES <= x.length; j += 2 * LANES) {
      even = at(x, j).fma(at(y, j), even);
      odd = at(x, j + LANES).fma(at(y, j + LANES), odd);
    }
    if (j < x.length) {
      even = at(x, j).fma(at(y, j), even);
    }
    return Lanes.sum(even.add(odd));
  }

  @Override
  public float difference(float[] x, float[] better, float[] worse) {
    FloatVector even = FloatVector.zero(SPECIES);
    FloatVector odd = FloatVector.zero(SPECIES);
    int j = 0;
    for (; j + 2 * LANES <= x.length; j += 2 * LANES) {
      even = at(x, j).fma(at(better, j).sub(at(worse, j)), even);
      odd = at(x, j + LANES).fma(at(better, j + LANES).sub(at(worse, j + LANES)), odd);
    }
    if (j < x.length) {
      even = at(x, j).fma(at(better, j).sub(at(worse, j)), even);
    }
    return Lanes.sum(even.add(odd));
  }

  private static FloatVector at(float[] row, int j) {
    return FloatVector.fromArray(SPECIES, row, j);
  }

  @Override
  public void step(
      float[] x, float[] better, float[] worse, float pull, float keep, float keepWork) {
    FloatVector by = FloatVector.broadcast(SPECIES, pull);
    for (int j = 0; j < x.length; j += LANES) {
      FloatVector from = at(x, j);
      FloatVector good = at(better, j);
      FloatVector bad = at(worse, j);
      FloatVector moved = by.mul(from);
      good.sub(bad).fma(by, from.mul(keep)).intoArray(x, j);
      good.mul(keepWork).add(moved).intoArray(better, j);
      bad.mul(keepWork).sub(moved).intoArray(worse, j);
    }
  }
}
