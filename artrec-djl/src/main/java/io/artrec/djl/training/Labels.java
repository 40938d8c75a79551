package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import java.util.ArrayList;
import java.util.List;

/** Class labels, and what networks that tell classes apart share. */
final class Labels {
  private Labels() {}

  static void check(String stage, int[] labels, int classes) {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            stage
                + ": example "
                + i
                + " has the label "
                + labels[i]
                + ", expected 0 to "
                + (classes - 1));
      }
    }
  }

  static List<float[]> oneHot(int[] labels, int classes) {
    List<float[]> rows = new ArrayList<>(labels.length);
    for (int label : labels) {
      float[] row = new float[classes];
      row[label] = 1;
      rows.add(row);
    }
    return rows;
  }

  /** {@code x·Wᵀ + b}. */
  static NDArray affine(NDArray x, NDArray weight, NDArray bias) {
    return Linear.linear(x, weight, bias).singletonOrThrow();
  }

  /** Mean over examples of the negative logarithm of the right class's share. */
  static NDArray crossEntropy(NDArray scores, NDArray oneHot) {
    return scores.logSoftmax(-1).mul(oneHot).sum(new int[] {-1}).mean().neg();
  }
}
