package io.artrec.vector;

import io.artrec.kernel.internal.Kernels;
import java.util.BitSet;
import java.util.List;

/** Products of a matrix by given kernels. Immutable and thread-safe. */
record KernelProducts(FeatureMatrix matrix, Kernels kernels) implements RowProducts {
  @Override
  public void innerProducts(float[][] queries, double[][] out) {
    matrix.innerProducts(kernels, queries, out);
  }

  @Override
  public void innerProducts(float[][] queries, int[] rows, double[][] out) {
    matrix.innerProducts(kernels, queries, rows, out);
  }

  @Override
  public List<TopRows> top(float[][] queries, int n, BitSet eligible, int[][] excluded) {
    return matrix.top(kernels, queries, n, eligible, excluded);
  }
}
