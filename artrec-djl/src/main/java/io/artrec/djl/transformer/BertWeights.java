package io.artrec.djl.transformer;

import io.artrec.djl.onnx.OnnxTensor;
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

    /** The weight as {@code [out × in]}, row-major. */
    float[] rows() {
      float[] values = weight.floats();
      if (turned) {
        return values;
      }
      int in = in();
      int out = out();
      float[] rows = new float[values.length];
      for (int i = 0; i < in; i++) {
        for (int o = 0; o < out; o++) {
          rows[o * in + i] = values[i * out + o];
        }
      }
      return rows;
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
