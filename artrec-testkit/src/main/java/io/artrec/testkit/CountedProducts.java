package io.artrec.testkit;

import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.RowProducts;
import io.artrec.vector.TopRows;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is multiplied with matrices that pass through it. */
final class CountedProducts {
  private final AtomicInteger matrices = new AtomicInteger();
  private final AtomicInteger products = new AtomicInteger();

  FeatureMatrix of(FeatureMatrix matrix) {
    matrices.incrementAndGet();
    return matrix.multipliedBy(
        new RowProducts() {
          @Override
          public void innerProducts(float[][] queries, double[][] out) {
            products.incrementAndGet();
            matrix.innerProducts(queries, out);
          }

          @Override
          public void innerProducts(float[][] queries, int[] rows, double[][] out) {
            products.incrementAndGet();
            matrix.innerProducts(queries, rows, out);
          }

          @Override
          public List<TopRows> top(float[][] queries, int n, BitSet eligible, int[][] excluded) {
            products.incrementAndGet();
            return matrix.top(queries, n, eligible, excluded);
          }
        });
  }

  int matrices() {
    return matrices.get();
  }

  int products() {
    return products.get();
  }
}
