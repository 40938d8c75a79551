package io.artrec.scoring;

import io.artrec.kernel.Kernels;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Products over the blocks of the matrix, read in place; those of dense ones by given kernels. */
final class KernelBackend implements ScoringBackend {
  /** Queries for which a block is read from memory once. */
  private static final int TILE = 256;

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
    return new Loaded(matrix, kernels);
  }

  @Override
  public void close() {}

  private static final class Loaded extends LoadedMatrix {
    private final FeatureMatrix matrix;
    private final Kernels kernels;
    private final boolean dense;

    Loaded(FeatureMatrix matrix, Kernels kernels) {
      super(matrix.size(), matrix.dimensions());
      this.matrix = matrix;
      this.kernels = kernels;
      dense = IntStream.range(0, matrix.blockCount()).noneMatch(matrix::isSparse);
    }

    @Override
    protected boolean isPresent(int artwork) {
      return matrix.isPresent(artwork);
    }

    @Override
    protected void multiply(float[][] queries, double[][] out) {
      matrix.innerProducts(kernels, queries, out);
    }

    /** Products go from registers to a block of 32 KB, and from there only what beats the worst. */
    @Override
    protected List<TopRows> select(float[][] queries, int n, BitSet eligible, int[][] excluded) {
      if (!dense || !Arrays.stream(queries).allMatch(this::staysFinite)) {
        return super.select(queries, n, eligible, excluded);
      }
      List<TopRows> all = new ArrayList<>(queries.length);
      for (int from = 0; from < queries.length; from += TILE) {
        int to = Math.min(queries.length, from + TILE);
        Selection[] selections = new Selection[to - from];
        for (int q = from; q < to; q++) {
          selections[q - from] = new Selection(Math.min(n, matrix.presentCount()), excluded[q]);
        }
        if (n > 0) {
          tile(queries, from, eligible, selections);
        }
        for (Selection selection : selections) {
          all.add(selection.best());
        }
      }
      return all;
    }

    private boolean staysFinite(float[] query) {
      double sum = 0;
      for (float value : query) {
        sum += Math.abs(value);
      }
      return sum * matrix.largest() < Float.MAX_VALUE / 2;
    }

    private void tile(float[][] queries, int from, BitSet eligible, Selection[] selections) {
      float[][] products = new float[Kernels.QUERIES][Math.min(FeatureMatrix.BLOCK, matrix.size())];
      for (int b = 0; b < matrix.blockCount(); b++) {
        int length = matrix.blockLength(b);
        for (int q = 0; q < selections.length; q += Kernels.QUERIES) {
          int count = Math.min(Kernels.QUERIES, selections.length - q);
          kernels.multiply(matrix.block(b), 0, length, queries, from + q, count, products);
          for (int k = 0; k < count; k++) {
            offer(b * FeatureMatrix.BLOCK, length, products[k], eligible, selections[q + k]);
          }
        }
      }
    }

    private void offer(
        int first, int length, float[] products, BitSet eligible, Selection selection) {
      int at = kernels.firstAbove(products, 0, length, selection.bound());
      while (at < length) {
        if (eligible.get(first + at) && matrix.isPresent(first + at)) {
          selection.offer(first + at, products[at]);
        }
        at = kernels.firstAbove(products, at + 1, length, selection.bound());
      }
    }
  }
}
