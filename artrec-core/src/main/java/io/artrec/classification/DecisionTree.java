package io.artrec.classification;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;

/**
 * A binary tree on rows. Node 0 is the root; a node with a dimension sends rows whose value there
 * is at most its threshold to its child, others to the one after; a node without one, a leaf, has a
 * place in the table of shares. Immutable.
 */
final class DecisionTree {
  /** What a leaf has for a dimension. */
  static final int LEAF = -1;

  private final int[] dimensions;
  private final float[] thresholds;
  private final int[] next;
  private final float[] shares;
  private final int classes;

  /**
   * Creates one; arrays are not copied.
   *
   * @param dimensions which dimension decides; {@link #LEAF} for a leaf
   * @param thresholds what its values are compared with
   * @param next the first child, or a leaf's row of shares
   * @param shares [leaves × classes], which sum to 1
   */
  DecisionTree(int[] dimensions, float[] thresholds, int[] next, float[] shares, int classes) {
    this.dimensions = dimensions;
    this.thresholds = thresholds;
    this.next = next;
    this.shares = shares;
    this.classes = classes;
  }

  int nodes() {
    return dimensions.length;
  }

  /** Adds the shares of the leaf that a row falls into. */
  void add(float[] row, double[] sums) {
    int node = 0;
    while (dimensions[node] != LEAF) {
      node = next[node] + (row[dimensions[node]] <= thresholds[node] ? 0 : 1);
    }
    for (int c = 0; c < classes; c++) {
      sums[c] += shares[next[node] * classes + c];
    }
  }

  void save(StateWriter out) {
    out.putInts("dimensions", dimensions);
    out.putFloats("thresholds", thresholds);
    out.putInts("next", next);
    out.putFloats("shares", shares);
  }

  static DecisionTree read(int rowLength, int classes, StateReader in) {
    int[] dimensions = in.getInts("dimensions");
    float[] thresholds = in.getFloats("thresholds", dimensions.length);
    int[] next = in.getInts("next", dimensions.length);
    float[] shares = in.getFiniteFloats("shares");
    int leaves = shares.length / classes;
    boolean fits = dimensions.length > 0 && shares.length % classes == 0;
    for (int node = 0; fits && node < dimensions.length; node++) {
      fits =
          dimensions[node] == LEAF
              ? next[node] >= 0 && next[node] < leaves
              : dimensions[node] >= 0
                  && dimensions[node] < rowLength
                  && next[node] > node
                  && next[node] < dimensions.length - 1;
    }
    if (!fits) {
      throw new ModelFileException(
          "a tree of the classifier has a node whose dimension, child or leaf is not there");
    }
    return new DecisionTree(dimensions, thresholds, next, shares, classes);
  }
}
