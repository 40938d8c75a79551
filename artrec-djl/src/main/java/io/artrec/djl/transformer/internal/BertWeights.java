package io.artrec.djl.transformer.internal;

import io.artrec.djl.onnx.internal.OnnxTensor;
import java.util.List;

/** A recognised encoder: its sizes and where its weights lie in the file. */
record BertWeights(
    BertConfig config,
    OnnxTensor words,
    OnnxTensor positions,
    OnnxTensor tokenTypes,
    Norm embeddingNorm,
    List<Layer> layers) {

  /** Layer normalisation: {@code (x - mean) / √(variance + ε) · gamma + beta}. */
  record Norm(String input, OnnxTensor gamma, OnnxTensor beta, double epsilon) {}

  /**
   * {@code x · W + b}; the weight lies as {@code [in × out]}, or {@code [out × in]} when turned.
   */
  record Linear(String input, OnnxTensor weight, boolean turned, OnnxTensor bias) {
    int in() {
      return (int) weight.dimensions()[turned ? 1 : 0];
    }

    int out() {
      return (int) weight.dimensions()[turned ? 0 : 1];
    }
  }

  /** One layer. */
  record Layer(
      Linear query,
      Linear key,
      Linear value,
      Linear output,
      Norm attentionNorm,
      Linear inner,
      Linear outer,
      Norm outputNorm,
      int headSize,
      Activation activation) {}
}
