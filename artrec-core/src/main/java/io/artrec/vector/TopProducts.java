package io.artrec.vector;

import io.artrec.kernel.internal.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows with the largest products. Where all rows are dense, products go from registers to a
 * block of 32 KB, and from there only what beats the worst.
 */
final class TopProducts {
  /** Queries for which a block is read from memory once. */
  private static final int TILE = 256;

  /** Queries whose products are all kept at a time, where they must be. */
  private static final int SELECTED_AT_ONCE = 16;

  private final FeatureMatrix matrix;
  private final Kernels kernels;
  private final int n;
  private final BitSet eligible;

  TopProducts(FeatureMatrix matrix, Kernels kernels, int n, BitSet eligible) {
    this.matrix = matrix;
    this.kernels = kernels;
    this.n = Math.min(n, matrix.presentCount());
    this.eligible = eligible;
  }

  List<TopRows> of(float[][] queries, int[][] excluded) {
    boolean dense = IntStream.range(0, matrix.blockCount()).noneMatch(matrix::isSparse);
    List<TopRows> all = new ArrayList<>(queries.length);
    if (!dense || !Arrays.stream(queries).allMatch(this::staysFinite)) {
      BitSet rows = matrix.presentOf(eligible);
      double[][] products = new double[Math.min(SELECTED_AT_ONCE, queries.length)][matrix.size()];
      for (int from = 0; from < queries.length; from += SELECTED_AT_ONCE) {
        int to = Math.min(queries.length, from + SELECTED_AT_ONCE);
        matrix.innerProducts(kernels, Arrays.copyOfRange(queries, from, to), products);
        for (int q = from; q < to; q++) {
          all.add(TopRows.best(products[q - from], n, rows, excluded[q]));
        }
      }
      return all;
    }
    for (int from = 0; from < queries.length; from += TILE) {
      Selection[] selections = new Selection[Math.min(TILE, queries.length - from)];
      for (int q = 0; q < selections.length; q++) {
        selections[q] = new Selection(n, excluded[from + q]);
      }
      if (n > 0) {
        tile(queries, from, selections);
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

  private void tile(float[][] queries, int from, Selection[] selections) {
    float[][] products = new float[Kernels.QUERIES][Math.min(FeatureMatrix.BLOCK, matrix.size())];
    for (int b = 0; b < matrix.blockCount(); b++) {
      int length = matrix.blockLength(b);
      for (int q = 0; q < selections.length; q += Kernels.QUERIES) {
        int count = Math.min(Kernels.QUERIES, selections.length - q);
        kernels.multiply(matrix.block(b), 0, length, queries, from + q, count, products);
        for (int k = 0; k < count; k++) {
          offer(b * FeatureMatrix.BLOCK, length, products[k], selections[q + k]);
        }
      }
    }
  }

  private void offer(int first, int length, float[] products, Selection selection) {
    int at = kernels.firstAbove(products, 0, length, selection.bound());
    while (at < length) {
      if (eligible.get(first + at) && matrix.isPresent(first + at)) {
        selection.offer(first + at, products[at]);
      }
      at = kernels.firstAbove(products, at + 1, length, selection.bound());
    }
  }
}
