package io.artrec.eval.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The distribution of a sum whose terms have random signs. */
final class SignFlips {
  /** Up to here all 2^m assignments are counted; halves of 2^15 sums each make that cheap. */
  static final int EXACT_LIMIT = 30;

  private static final double EQUAL = 1e-12;

  private final double[] terms;
  private final double observed;

  /** Takes terms other than 0. */
  SignFlips(double[] terms) {
    this.terms = terms;
    this.observed = Math.abs(Arrays.stream(terms).sum());
  }

  boolean exact() {
    return terms.length <= EXACT_LIMIT;
  }

  /**
   * Returns the share of assignments whose sum is as far from 0. Meets in the middle: sums of each
   * half, sorted, then one pass over both (Horowitz and Sahni, 1974).
   */
  double exactP() {
    if (observed <= tolerance()) {
      return 1;
    }
    double[] left = signedSums(0, terms.length / 2);
    double[] right = signedSums(terms.length / 2, terms.length);
    double limit = observed - tolerance();
    long far = 0;
    int from = right.length;
    for (double sum : left) {
      while (from > 0 && sum + right[from - 1] >= limit) {
        from--;
      }
      far += right.length - from;
    }
    return 2.0 * far / Math.scalb(1.0, terms.length);
  }

  /** Returns the sums of all assignments of signs, ascending. */
  private double[] signedSums(int from, int to) {
    double[] sums = new double[1 << (to - from)];
    int count = 1;
    for (int i = from; i < to; i++) {
      for (int j = 0; j < count; j++) {
        sums[count + j] = sums[j] - terms[i];
        sums[j] += terms[i];
      }
      count *= 2;
    }
    Arrays.sort(sums);
    return sums;
  }

  /**
   * Returns (b + 1) / (m + 1), b of m random assignments being as far from 0: the observed signs
   * are one more (Phipson and Smyth, Permutation P-values Should Never Be Zero, 2010).
   */
  double sampledP(Resampling resampling) {
    long[] bits = Arrays.stream(terms).mapToLong(Double::doubleToRawLongBits).toArray();
    double limit = observed - tolerance();
    double[] sums = ResampleLoop.draw(resampling, () -> random -> flipped(bits, random));
    long far = Arrays.stream(sums).filter(sum -> Math.abs(sum) >= limit).count();
    return (far + 1.0) / (sums.length + 1.0);
  }

  private static double flipped(long[] terms, SplittableRandom random) {
    double even = 0;
    double odd = 0;
    for (int from = 0; from < terms.length; from += Long.SIZE) {
      long signs = random.nextLong();
      int end = Math.min(terms.length, from + Long.SIZE);
      int i = from;
      for (; i + 1 < end; i += 2) {
        even += Double.longBitsToDouble(terms[i] ^ (signs & Long.MIN_VALUE));
        odd += Double.longBitsToDouble(terms[i + 1] ^ ((signs << 1) & Long.MIN_VALUE));
        signs <<= 2;
      }
      if (i < end) {
        even += Double.longBitsToDouble(terms[i] ^ (signs & Long.MIN_VALUE));
      }
    }
    return even + odd;
  }

  private double tolerance() {
    return EQUAL * Arrays.stream(terms).map(Math::abs).sum();
  }
}
