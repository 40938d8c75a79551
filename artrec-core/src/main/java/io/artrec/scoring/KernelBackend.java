package io.artrec.scoring;

import io.artrec.kernel.internal.Kernels;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.RowProducts;
import io.artrec.vector.TopRows;
import java.util.BitSet;
import java.util.List;

/** Products over the blocks of the matrix, read in place; those of dense ones by given kernels. */
final class KernelBackend implements ScoringBackend {
  private final Kernels kernels;

  KernelBackend(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  public String name() {
    return kernels.name();
  }

  @Override
  public LoadedMatrix load(FeatureMatrix matrix) {
    return new Loaded(matrix, matrix.productsBy(name()));
  }

  @Override
  public void close() {}

  private static final class Loaded extends LoadedMatrix {
    private final FeatureMatrix matrix;
    private final RowProducts products;

    Loaded(FeatureMatrix matrix, RowProducts products) {
      super(matrix.size(), matrix.dimensions());
      this.matrix = matrix;
      this.products = products;
    }

    @Override
    protected boolean isPresent(int artwork) {
      return matrix.isPresent(artwork);
    }

    @Override
    protected void multiply(float[][] queries, double[][] out) {
      products.innerProducts(queries, out);
    }

    @Override
    protected void multiply(float[][] queries, int[] rows, double[][] out) {
      products.innerProducts(queries, rows, out);
    }

    @Override
    protected List<TopRows> select(float[][] queries, int n, BitSet eligible, int[][] excluded) {
      return products.top(queries, n, eligible, excluded);
    }
  }
}
