package io.artrec.testkit.rehearsal;

import io.artrec.scoring.LoadedMatrix;
import io.artrec.scoring.ScoringBackend;
import io.artrec.vector.FeatureMatrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps rows outside the heap, computes on a thread of its own, and fails now and then. */
final class DirectMemoryBackend implements ScoringBackend {
  private final ExecutorService device = Executors.newSingleThreadExecutor();
  private final int failsEvery;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  /**
   * Starts.
   *
   * @param failsEvery every how manieth call fails; 0 for none
   */
  DirectMemoryBackend(int failsEvery) {
    this.failsEvery = failsEvery;
  }

  @Override
  public String name() {
    return "direct-memory";
  }

  int calls() {
    return calls.get();
  }

  int open() {
    return open.get();
  }

  @Override
  public LoadedMatrix load(FeatureMatrix matrix) {
    return new Rows(matrix);
  }

  @Override
  public void close() {
    device.shutdown();
  }

  private final class Rows extends LoadedMatrix {
    private final FloatBuffer rows;
    private final BitSet present;

    Rows(FeatureMatrix matrix) {
      super(matrix.size(), matrix.dimensions());
      rows =
          ByteBuffer.allocateDirect(4 * matrix.size() * matrix.dimensions())
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
      present = new BitSet(matrix.size());
      float[] row = new float[matrix.dimensions()];
      for (int i = 0; i < matrix.size(); i++) {
        if (matrix.copyRow(i, row)) {
          rows.put(i * row.length, row);
          present.set(i);
        }
      }
      open.incrementAndGet();
    }

    @Override
    protected void multiply(float[][] queries, double[][] out) {
      int call = calls.incrementAndGet();
      Future<?> done =
          device.submit(
              () -> {
                if (failsEvery > 0 && call % failsEvery == 0) {
                  throw new IllegalStateException("lost the device in call " + call);
                }
                for (int q = 0; q < queries.length; q++) {
                  for (int row = 0; row < size(); row++) {
                    out[q][row] = product(queries[q], row);
                  }
                }
              });
      try {
        done.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while multiplying", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("cannot multiply", e.getCause());
      }
    }

    private double product(float[] query, int row) {
      double sum = 0;
      for (int d = 0; d < query.length; d++) {
        sum += (double) query[d] * rows.get(row * query.length + d);
      }
      return sum;
    }

    @Override
    protected boolean isPresent(int artwork) {
      return present.get(artwork);
    }

    @Override
    protected void release() {
      open.decrementAndGet();
    }
  }
}
