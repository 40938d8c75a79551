package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;

/**
 * Leaves numbers out of a step by chance, and scales the others so that the expectation stays
 * (Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", JMLR
 * 2014; "inverted").
 *
 * @param share the share left out, 0 to below 1
 */
record Dropout(double share) {
  /** Zero for what is dropped, and what keeps the mean for the others. */
  NDArray factors(NDManager scope, Shape shape, SplittableRandom random) {
    float[] factors = new float[Math.toIntExact(shape.size())];
    float scale = (float) (1 / (1 - share));
    // Two numbers of 32 bits from one of 64.
    long below = (long) (share * (1L << 32));
    for (int i = 0; i < factors.length; i += 2) {
      long bits = random.nextLong();
      factors[i] = bits >>> 32 < below ? 0 : scale;
      if (i + 1 < factors.length) {
        factors[i + 1] = (bits & 0xffffffffL) < below ? 0 : scale;
      }
    }
    return TrainingLoop.owned(scope.create(factors, shape));
  }
}
