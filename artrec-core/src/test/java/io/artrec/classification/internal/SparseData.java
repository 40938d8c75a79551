package io.artrec.classification.internal;

import io.artrec.vector.SparseRows;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Rows of which a tenth is not 0, in three classes, each with dimensions that it likes. */
final class SparseData {
  private final float[][] dense;
  private final int[] targets;

  private SparseData(float[][] dense, int[] targets) {
    this.dense = dense;
    this.targets = targets;
  }

  static SparseData of(int rows, int dimensions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] dense = new float[rows][dimensions];
    int[] targets = new int[rows];
    for (int i = 0; i < rows; i++) {
      targets[i] = random.nextInt(3);
      for (int k = 0; k < dimensions / 10; k++) {
        int d = random.nextInt(dimensions);
        dense[i][random.nextBoolean() ? d : Math.min(dimensions - 1, d / 3 * 3 + targets[i])] =
            random.nextInt(1, 4) / 2f;
      }
    }
    return new SparseData(dense, targets);
  }

  float[][] dense() {
    return dense;
  }

  int[] targets() {
    return targets;
  }

  SparseRows sparse() {
    int[] starts = new int[dense.length + 1];
    List<Integer> columns = new ArrayList<>();
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < dense.length; i++) {
      for (int d = 0; d < dense[i].length; d++) {
        if (dense[i][d] != 0) {
          columns.add(d);
          values.add(dense[i][d]);
        }
      }
      starts[i + 1] = columns.size();
    }
    float[] flat = new float[values.size()];
    for (int k = 0; k < flat.length; k++) {
      flat[k] = values.get(k);
    }
    return SparseRows.of(
        dense[0].length, starts, columns.stream().mapToInt(d -> d).toArray(), flat);
  }
}
