package io.artrec;

import io.artrec.scoring.LoadedMatrix;
import io.artrec.scoring.ScoringBackend;
import io.artrec.scoring.ScoringBackends;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.TopRows;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A backend that tells what it holds, and refuses products when it is told to. */
final class LeasedBackend implements ScoringBackend {
  private final ScoringBackend host = ScoringBackends.best();
  private final double recall;
  final AtomicInteger held = new AtomicInteger();
  final AtomicInteger loads = new AtomicInteger();
  final AtomicInteger products = new AtomicInteger();
  final AtomicInteger closedWhileAsked = new AtomicInteger();
  volatile boolean failing;

  /** Run while a product is computed. */
  volatile Runnable meanwhile = () -> {};

  LeasedBackend(double recall) {
    this.recall = recall;
  }

  @Override
  public String name() {
    return "leased";
  }

  @Override
  public double recall() {
    return recall;
  }

  @Override
  public LoadedMatrix load(FeatureMatrix matrix) {
    LoadedMatrix loaded = host.load(matrix);
    held.incrementAndGet();
    loads.incrementAndGet();
    return new LoadedMatrix(matrix.size(), matrix.dimensions()) {
      private boolean released;

      private void work() {
        products.incrementAndGet();
        meanwhile.run();
        if (released) {
          closedWhileAsked.incrementAndGet();
        }
        if (failing) {
          throw new IllegalStateException("the device is gone");
        }
      }

      @Override
      protected void multiply(float[][] queries, double[][] out) {
        work();
        loaded.innerProducts(queries, out);
      }

      @Override
      protected void multiply(float[][] queries, int[] rows, double[][] out) {
        work();
        loaded.innerProducts(queries, rows, out);
      }

      /** Where recall is below 1, finds every other row alone, and scores it wrongly. */
      @Override
      protected List<TopRows> select(float[][] queries, int n, BitSet eligible, int[][] excluded) {
        work();
        if (recall >= 1) {
          return loaded.top(queries, n, eligible, excluded);
        }
        BitSet even = (BitSet) eligible.clone();
        for (int row = 1; row < size(); row += 2) {
          even.clear(row);
        }
        return loaded.top(queries, n, even, excluded).stream()
            .map(
                top -> {
                  int[] rows = new int[top.size()];
                  double[] scores = new double[rows.length];
                  for (int i = 0; i < rows.length; i++) {
                    rows[i] = top.artwork(i);
                    scores[i] = Math.rint(top.score(i));
                  }
                  return new TopRows(rows, scores);
                })
            .toList();
      }

      @Override
      protected boolean isPresent(int artwork) {
        return matrix.isPresent(artwork);
      }

      @Override
      protected void release() {
        released = true;
        held.decrementAndGet();
        loaded.close();
      }
    };
  }

  @Override
  public void close() {}
}
