package io.artrec.kernel.internal.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of eight vectors with one vector's width of columns at a time, held in registers over
 * all dimensions.
 */
final class SimdProducts {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private SimdProducts() {}

  static void multiply(
      float[][] block,
      int from,
      int to,
      float[][] queries,
      int first,
      int count,
      float[][] products) {
    if (to - from < LANES) {
      narrow(block, from, to, queries, first, count, products);
      return;
    }
    if (count == 1) {
      one(block, from, to, queries[first], products[0]);
      int rest = from + (to - from) / LANES * LANES;
      narrow(block, rest, to, queries, first, 1, products);
      return;
    }
    int last = first + count - 1;
    float[] q0 = queries[first];
    float[] q1 = queries[Math.min(first + 1, last)];
    float[] q2 = queries[Math.min(first + 2, last)];
    float[] q3 = queries[Math.min(first + 3, last)];
    float[] q4 = queries[Math.min(first + 4, last)];
    float[] q5 = queries[Math.min(first + 5, last)];
    float[] q6 = queries[Math.min(first + 6, last)];
    float[] q7 = queries[Math.min(first + 7, last)];
    for (int c = from; c < to; c += LANES) {
      int at = Math.min(c, to - LANES);
      eight(block, at, q0, q1, q2, q3, q4, q5, q6, q7, products);
    }
  }

  private static void eight(
      float[][] block,
      int c,
      float[] q0,
      float[] q1,
      float[] q2,
      float[] q3,
      float[] q4,
      float[] q5,
      float[] q6,
      float[] q7,
      float[][] products) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector s2 = FloatVector.zero(SPECIES);
    FloatVector s3 = FloatVector.zero(SPECIES);
    FloatVector s4 = FloatVector.zero(SPECIES);
    FloatVector s5 = FloatVector.zero(SPECIES);
    FloatVector s6 = FloatVector.zero(SPECIES);
    FloatVector s7 = FloatVector.zero(SPECIES);
    for (int d = 0; d < block.length; d++) {
      FloatVector v = FloatVector.fromArray(SPECIES, block[d], c);
      s0 = v.fma(FloatVector.broadcast(SPECIES, q0[d]), s0);
      s1 = v.fma(FloatVector.broadcast(SPECIES, q1[d]), s1);
      s2 = v.fma(FloatVector.broadcast(SPECIES, q2[d]), s2);
      s3 = v.fma(FloatVector.broadcast(SPECIES, q3[d]), s3);
      s4 = v.fma(FloatVector.broadcast(SPECIES, q4[d]), s4);
      s5 = v.fma(FloatVector.broadcast(SPECIES, q5[d]), s5);
      s6 = v.fma(FloatVector.broadcast(SPECIES, q6[d]), s6);
      s7 = v.fma(FloatVector.broadcast(SPECIES, q7[d]), s7);
    }
    s0.intoArray(products[0], c);
    s1.intoArray(products[1], c);
    s2.intoArray(products[2], c);
    s3.intoArray(products[3], c);
    s4.intoArray(products[4], c);
    s5.intoArray(products[5], c);
    s6.intoArray(products[6], c);
    s7.intoArray(products[7], c);
  }

  /** One vector streams through the block, eight dimensions at a time, in the same order. */
  private static void one(float[][] block, int from, int to, float[] query, float[] products) {
    Arrays.fill(products, from, to, 0);
    int d = 0;
    for (; d + 8 <= block.length; d += 8) {
      for (int c = from; c + LANES <= to; c += LANES) {
        addFour(block, d + 4, c, query, addFour(block, d, c, query, load(products, c)))
            .intoArray(products, c);
      }
    }
    for (; d < block.length; d++) {
      for (int c = from; c + LANES <= to; c += LANES) {
        FloatVector.fromArray(SPECIES, block[d], c)
            .fma(FloatVector.broadcast(SPECIES, query[d]), load(products, c))
            .intoArray(products, c);
      }
    }
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  private static FloatVector addFour(
      float[][] block, int d, int c, float[] query, FloatVector sum) {
    FloatVector s = load(block[d], c).fma(FloatVector.broadcast(SPECIES, query[d]), sum);
    s = load(block[d + 1], c).fma(FloatVector.broadcast(SPECIES, query[d + 1]), s);
    s = load(block[d + 2], c).fma(FloatVector.broadcast(SPECIES, query[d + 2]), s);
    return load(block[d + 3], c).fma(FloatVector.broadcast(SPECIES, query[d + 3]), s);
  }

  private static void narrow(
      float[][] block,
      int from,
      int to,
      float[][] queries,
      int first,
      int count,
      float[][] products) {
    for (int q = 0; q < count; q++) {
      for (int c = from; c < to; c++) {
        float sum = 0;
        for (int d = 0; d < block.length; d++) {
          sum = Math.fma(block[d][c], queries[first + q][d], sum);
        }
        products[q][c] = sum;
      }
    }
  }

  static int firstAbove(float[] values, int from, int to, float bound) {
    int at = from;
    for (; at + LANES <= to; at += LANES) {
      VectorMask<Float> above =
          FloatVector.fromArray(SPECIES, values, at).compare(VectorOperators.GT, bound);
      if (above.anyTrue()) {
        return at + above.firstTrue();
      }
    }
    while (at < to && !(values[at] > bound)) {
      at++;
    }
    return at;
  }
}
