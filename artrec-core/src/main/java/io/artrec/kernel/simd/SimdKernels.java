package io.artrec.kernel.simd;

import io.artrec.kernel.Kernels;
import io.artrec.kernel.RidgeSolver;
import io.artrec.kernel.SymmetricUpdate;
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
  public String toString() {
    return name() + " (" + FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bit)";
  }
}
