package io.artrec.djl.transformer.internal;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.transformer.UnsupportedModelException;

/**
 * Rebuilds BERT encoders from ONNX files on DJL's PyTorch engine.
 *
 * <p>Recognised are encoders as exported by PyTorch and Optimum: post-normalised layers of
 * self-attention and a feed-forward part with GELU, its tanh form or ReLU, learned positions, token
 * types, weights in float32. The sizes are read off the graph ({@link BertConfig}) and every step
 * of it is checked; anything else (RoBERTa's positions, MPNet's position bias, decoders, quantised
 * or half-precision weights) is refused.
 *
 * <p>On the CPU, embeddings agree with ONNX Runtime to about 2e-7 in each component of unit
 * vectors.
 */
public final class BertModel {
  private BertModel() {}

  /**
   * Reads the sizes of an encoder off its graph, without any engine.
   *
   * @param graph the ONNX file
   * @return the sizes
   * @throws UnsupportedModelException when it is no BERT encoder
   */
  public static BertConfig config(OnnxGraph graph) {
    return new BertPattern(graph).match().config();
  }

  /**
   * Puts the weights of an encoder on a device. The model takes token identities, attention mask (1
   * for tokens, 0 for padding) and, if wanted, token types, each int64 (sequences, tokens), and
   * gives float32 (sequences, tokens, hidden): the last layer's vectors, those of padding being
   * meaningless. Its predictors may run in many threads at a time.
   *
   * <p>Native memory: 4 bytes a weight, 90 MB for MiniLM, held until the model is closed. Heap:
   * twice the largest table while opening, nothing afterwards but what holds the graph.
   *
   * <p>Wrong inputs make the model throw {@link IllegalArgumentException}: other types or shapes,
   * more tokens than {@link BertConfig#positions()}, identities that the vocabulary does not have.
   *
   * @param graph the ONNX file
   * @param engine PyTorch, as {@code io.artrec.djl.TorchEngine} starts it
   * @param device where it runs: {@link Device#cpu()} or one of the engine's GPUs
   * @return the model, to be closed by the caller
   * @throws UnsupportedModelException when it is no BERT encoder
   * @throws ai.djl.engine.EngineException when the device is not there or too small
   */
  public static Model open(OnnxGraph graph, Engine engine, Device device) {
    BertWeights weights = new BertPattern(graph).match();
    Model model = engine.newModel(graph.source(), device);
    try {
      model.setBlock(new BertEncoderBlock(weights, model.getNDManager()));
      return model;
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }
}
