package io.artrec.classification;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws the dimensions of a row one after the other, none twice: first a feature, in proportion to
 * its weight among those that have dimensions left, then one of these. Not thread-safe.
 */
final class DimensionDraw {
  private final int[] dimensions;
  private final int[] offsets;
  private final double[] weights;
  private final int[] left;
  private int all;

  DimensionDraw(FeatureMix mix) {
    dimensions = new int[mix.dimensions()];
    Arrays.setAll(dimensions, d -> d);
    offsets = new int[mix.features() + 1];
    Arrays.setAll(offsets, mix::offset);
    weights = new double[mix.features()];
    Arrays.setAll(weights, mix::weight);
    left = new int[weights.length];
    begin();
  }

  /** Makes all dimensions available again. */
  void begin() {
    Arrays.setAll(left, f -> offsets[f + 1] - offsets[f]);
    all = dimensions.length;
  }

  boolean hasNext() {
    return all > 0;
  }

  int next(SplittableRandom random) {
    int feature = feature(random);
    int place = offsets[feature] + random.nextInt(left[feature]);
    int last = offsets[feature] + --left[feature];
    all--;
    int drawn = dimensions[place];
    dimensions[place] = dimensions[last];
    dimensions[last] = drawn;
    return drawn;
  }

  private int feature(SplittableRandom random) {
    double whole = 0;
    int only = 0;
    for (int f = 0; f < left.length; f++) {
      if (left[f] > 0) {
        whole += weights[f];
        only = f;
      }
    }
    double at = random.nextDouble() * whole;
    for (int f = 0; f < only; f++) {
      if (left[f] > 0) {
        at -= weights[f];
        if (at < 0) {
          return f;
        }
      }
    }
    return only;
  }
}
