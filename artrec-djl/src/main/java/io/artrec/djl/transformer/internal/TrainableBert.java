package io.artrec.djl.transformer.internal;

import ai.djl.ndarray.NDArray;
import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.onnx.internal.OnnxTensor;
import io.artrec.djl.transformer.UnsupportedModelException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A BERT encoder whose weights can be changed: the arrays it is made of, what it computes of them,
 * and the way back into the file. Holds no native memory. Immutable and thread-safe.
 *
 * <p>What was learned is written where the old weights stood, so the file stays the same graph: it
 * is opened on either engine as before.
 */
public final class TrainableBert {
  private final OnnxGraph graph;
  private final BertConfig config;
  private final List<BertArray> arrays;

  private TrainableBert(OnnxGraph graph, BertConfig config, List<BertArray> arrays) {
    this.graph = graph;
    this.config = config;
    this.arrays = arrays;
  }

  /**
   * Recognises an encoder, without any engine.
   *
   * @param graph the ONNX file
   * @return the encoder
   * @throws UnsupportedModelException when it is none that {@link BertModel} rebuilds, or when
   *     places of the network share one tensor of the file, which could then not hold what each
   *     learns
   */
  public static TrainableBert of(OnnxGraph graph) {
    BertWeights weights;
    try {
      weights = new BertPattern(graph).match();
    } catch (UnsupportedModelException e) {
      throw refusal(graph, e.reason());
    }
    List<BertArray> arrays = BertArray.of(weights);
    Set<OnnxTensor> seen = new HashSet<>();
    for (BertArray array : arrays) {
      for (OnnxTensor tensor : array.tensors()) {
        if (!seen.add(tensor)) {
          throw refusal(graph, "'" + array.name() + "' shares " + tensor + " with another place");
        }
      }
    }
    return new TrainableBert(graph, weights.config(), arrays);
  }

  private static UnsupportedModelException refusal(OnnxGraph graph, String what) {
    return new UnsupportedModelException(
        "cannot train the encoder of "
            + graph.source()
            + ": "
            + what
            + "; supported are BERT encoders as PyTorch and Optimum export them, in full precision"
            + " (of the published jars those whose name does not end in -q)");
  }

  /** {@return the sizes} */
  public BertConfig config() {
    return config;
  }

  /**
   * Returns the arrays it is made of.
   *
   * @return the embeddings first, then layer by layer
   */
  public List<BertArray> arrays() {
    return arrays;
  }

  /**
   * Runs it with weights of the caller's. Where gradients are recorded they reach those of the
   * weights that want one.
   *
   * @param weights an array for each of {@link #arrays()}, all on one device
   * @param ids token identities, int64 (sequences, tokens), within vocabulary and positions
   * @param mask 1 for tokens, 0 for padding, int64 of the same shape
   * @param dropout given embeddings, shares of attention and what is added to a residual, to thin
   *     them out; the identity for an answer
   * @return float32 (sequences, tokens, hidden), attached to the manager of the identities
   */
  public NDArray forward(
      List<NDArray> weights, NDArray ids, NDArray mask, UnaryOperator<NDArray> dropout) {
    return new BertForward(config, weights, dropout).run(ids, mask, null);
  }

  /**
   * Gives the file with other weights, otherwise the same byte for byte.
   *
   * @param values for each of {@link #arrays()} its numbers, row-major, or none for one that stays
   * @return the changed ONNX file
   */
  public byte[] file(List<float[]> values) {
    if (values.size() != arrays.size()) {
      throw new IllegalArgumentException(
          "writing an encoder: got " + values.size() + " arrays, expected " + arrays.size());
    }
    Map<OnnxTensor, float[]> changed = new HashMap<>();
    for (int i = 0; i < arrays.size(); i++) {
      if (values.get(i).length > 0) {
        arrays.get(i).put(values.get(i), changed);
      }
    }
    return graph.withFloats(changed);
  }
}
