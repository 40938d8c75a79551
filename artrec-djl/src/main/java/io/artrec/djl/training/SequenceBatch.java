package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.List;

/**
 * Some sequences on the engine, all filled up to one length with token 0, which layers must mask.
 * What it gives belongs to its scope.
 */
final class SequenceBatch {
  private final NDManager scope;
  private final int[][] sequences;
  private final int[] lengths;
  private final int tokens;

  private SequenceBatch(NDManager scope, int[][] sequences, int[] lengths, int tokens) {
    this.scope = scope;
    this.sequences = sequences;
    this.lengths = lengths;
    this.tokens = tokens;
  }

  /** The first tokens of chosen sequences. */
  static SequenceBatch of(NDManager scope, List<int[]> all, int[] chosen, int maxTokens) {
    int[][] sequences = new int[chosen.length][];
    int[] lengths = new int[chosen.length];
    int tokens = 1;
    for (int i = 0; i < chosen.length; i++) {
      sequences[i] = all.get(chosen[i]);
      lengths[i] = Math.min(sequences[i].length, maxTokens);
      tokens = Math.max(tokens, lengths[i]);
    }
    return new SequenceBatch(scope, sequences, lengths, tokens);
  }

  /** These sequences, filled up to a length at least. */
  SequenceBatch atLeast(int count) {
    return new SequenceBatch(scope, sequences, lengths, Math.max(tokens, count));
  }

  int size() {
    return sequences.length;
  }

  int tokens() {
    return tokens;
  }

  /** The tokens' rows of a table, {@code [sequences × tokens × width]}. */
  NDArray rows(NDArray table) {
    return rows(table, false);
  }

  /** As {@link #rows}, each sequence from its last token to its first. */
  NDArray rowsBackwards(NDArray table) {
    return rows(table, true);
  }

  private NDArray rows(NDArray table, boolean backwards) {
    long[] ids = new long[sequences.length * tokens];
    for (int i = 0; i < sequences.length; i++) {
      for (int t = 0; t < lengths[i]; t++) {
        ids[i * tokens + t] = sequences[i][backwards ? lengths[i] - 1 - t : t];
      }
    }
    return look(ids, new Shape(sequences.length, tokens), table);
  }

  /** The first rows of a table, one for each place of a sequence, {@code [1 × tokens × width]}. */
  NDArray places(NDArray table) {
    long[] order = new long[tokens];
    for (int t = 0; t < tokens; t++) {
      order[t] = t;
    }
    return look(order, new Shape(1, tokens), table);
  }

  private NDArray look(long[] ids, Shape shape, NDArray table) {
    NDArray index = TrainingLoop.owned(scope.create(ids, shape));
    return Embedding.embedding(index, table, SparseFormat.DENSE).singletonOrThrow();
  }

  /** What a place of a sequence gets. */
  @FunctionalInterface
  interface Cell {
    float at(int length, int token);
  }

  /** A number for each place, {@code [sequences × tokens]}. */
  NDArray each(Cell cell) {
    return each(tokens, cell);
  }

  /** A number for each of some first places, {@code [sequences × count]}. */
  NDArray each(int count, Cell cell) {
    float[] values = new float[lengths.length * count];
    for (int i = 0; i < lengths.length; i++) {
      for (int t = 0; t < count; t++) {
        values[i * count + t] = cell.at(lengths[i], t);
      }
    }
    return numbers(values, new Shape(lengths.length, count));
  }

  /**
   * Parts of a vector beside each other.
   *
   * @see io.artrec.djl.training the package, for why a single part is not joined to nothing
   */
  static NDArray joined(NDList parts) {
    return parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts, 1);
  }

  NDArray zeros(Shape shape) {
    return scope.zeros(shape);
  }

  /** An array of the batch times a number. */
  NDArray scaled(NDArray array, double factor) {
    return TrainingLoop.scaled(scope, array, factor);
  }

  NDArray numbers(float[] values, Shape shape) {
    return TrainingLoop.owned(scope.create(values, shape));
  }
}
