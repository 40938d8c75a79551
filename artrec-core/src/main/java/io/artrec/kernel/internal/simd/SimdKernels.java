package io.artrec.kernel.internal.simd;

import io.artrec.kernel.internal.Kernels;
import io.artrec.kernel.internal.PairwiseKernel;
import io.artrec.kernel.internal.RidgeSolver;
import io.artrec.kernel.internal.SymmetricUpdate;
import jdk.incubator.vector.FloatVector;

/** Loops over the widest vectors the processor has. */
public final class SimdKernels implements Kernels {
  /** Creates the kernels; for the service loader. */
  public SimdKernels() {}

  @Override
  public String name() {
    return "simd";
  }

  @Override
  public int stride(int width) {
    int unit = Math.max(8, FloatVector.SPECIES_PREFERRED.length());
    return (width + unit - 1) / unit * unit;
  }

  @Override
  public void addGram(float[] rows, int first, int count, int width, float[] upper) {
    SimdRidgeSolver.addGram(rows, first, count, width, stride(width), upper);
  }

  @Override
  public SymmetricUpdate symmetricUpdate(double[][] left, double[][] right) {
    return new SimdSymmetricUpdate(left, right);
  }

  @Override
  public RidgeSolver ridgeSolver(int width) {
    return new SimdRidgeSolver(width, stride(width));
  }

  @Override
  public void multiply(
      float[][] block,
      int from,
      int to,
      float[][] queries,
      int first,
      int count,
      float[][] products) {
    SimdProducts.multiply(block, from, to, queries, first, count, products);
  }

  @Override
  public int firstAbove(float[] values, int from, int to, float bound) {
    return SimdProducts.firstAbove(values, from, to, bound);
  }

  @Override
  public PairwiseKernel pairwise() {
    return new SimdPairwiseKernel();
  }

  @Override
  public String toString() {
    return name() + " (" + FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bit)";
  }
}
