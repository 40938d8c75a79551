package io.artrec.djl.causal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.artrec.djl.InferenceException;
import java.util.Arrays;

/**
 * What a {@link CausalModel} has read, kept as keys and values in native memory, so that each token
 * is read once. Closing frees them. For one thread at a time.
 */
public final class CausalSession implements AutoCloseable {
  private final CausalModel model;
  private final CausalNetwork network;
  private final NDManager manager;
  private NDList past;
  private int rows = 1;
  private int length;
  private boolean closed;

  CausalSession(CausalModel model, CausalNetwork network) {
    this.model = model;
    this.network = network;
    manager = network.newScope();
    past = network.nothing(manager);
  }

  /**
   * Counts the tokens that were read.
   *
   * @return the number
   */
  public int length() {
    return length;
  }

  /**
   * Tells how much native memory the keys and values take between calls.
   *
   * @return the bytes
   */
  public long nativeBytes() {
    return closed ? 0 : network.config().bytesPerToken() * length * rows;
  }

  /**
   * Reads tokens and tells what may follow them. Time grows with their number times all tokens that
   * were read; of the logits only the last leave native memory.
   *
   * @param tokens at least one, of the model's vocabulary
   * @return the logits of the token that follows, one for each of the vocabulary
   * @throws InferenceException when there is no room for as many, or the model fails
   * @throws IllegalStateException when the session was closed
   */
  public float[] append(long... tokens) {
    try (NDManager scope = network.newScope()) {
      return appendRows(scope, new long[][] {tokens}).get(new NDIndex(":, -1")).toFloatArray();
    }
  }

  /**
   * Reads tokens and tells what may follow each of them.
   *
   * @param tokens at least one, of the model's vocabulary
   * @return for each token the logits of the one that follows it
   * @throws InferenceException when there is no room for as many, or the model fails
   * @throws IllegalStateException when the session was closed
   */
  public float[][] appendAll(long... tokens) {
    try (NDManager scope = network.newScope()) {
      return parts(appendRows(scope, new long[][] {tokens}).toFloatArray(), tokens.length);
    }
  }

  /** Reads one token in each row. */
  float[][] appendEach(long... tokens) {
    long[][] columns = new long[tokens.length][];
    Arrays.setAll(columns, row -> new long[] {tokens[row]});
    try (NDManager scope = network.newScope()) {
      return parts(appendRows(scope, columns).toFloatArray(), tokens.length);
    }
  }

  private static float[][] parts(float[] all, int count) {
    int size = all.length / count;
    float[][] parts = new float[count][];
    Arrays.setAll(parts, i -> Arrays.copyOfRange(all, i * size, (i + 1) * size));
    return parts;
  }

  private NDArray appendRows(NDManager scope, long[][] tokens) {
    if (closed) {
      throw new IllegalStateException("a session of model " + model.name() + " is closed");
    }
    model.check(tokens);
    int count = tokens[0].length;
    if (length + count > model.positions()) {
      throw new InferenceException(
          "a session of model "
              + model.name()
              + " holds "
              + length
              + " tokens and was given "
              + count
              + " more, which is over its "
              + model.positions()
              + " positions; shorten the prompt");
    }
    NDList out = network.run(scope, tokens, past, length);
    NDList next = out.subNDList(1);
    next.attach(manager);
    past.close();
    past = next;
    length += count;
    return out.get(0).toType(DataType.FLOAT32, false);
  }

  /** Makes rows of rows that there are: the beginning of a beam, and its turns. */
  void arrange(int[] from) {
    NDList arranged = new NDList();
    try (NDManager scope = network.newScope()) {
      for (NDArray array : past) {
        NDList parts = new NDList();
        array.tempAttach(scope);
        for (int row : from) {
          parts.add(array.get(new NDIndex(row + ":" + (row + 1))));
        }
        NDArray joined = NDArrays.concat(parts);
        joined.attach(manager);
        arranged.add(joined);
      }
    }
    past.close();
    past = arranged;
    rows = from.length;
  }

  /** Frees the keys and values. Calling it again changes nothing. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      manager.close();
      model.left();
    }
  }
}
