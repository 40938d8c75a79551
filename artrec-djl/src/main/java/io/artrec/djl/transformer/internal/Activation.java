package io.artrec.djl.transformer.internal;

/** The function between the two halves of a layer's feed-forward part. */
public enum Activation {
  /**
   * Gaussian error linear unit: {@code x/2 · (1 + erf(x/√2))} (Hendrycks and Gimpel, "Gaussian
   * Error Linear Units", 2016).
   */
  GELU,
  /** Its approximation {@code x/2 · (1 + tanh(√(2/π) · (x + 0.044715·x³)))}, of the same paper. */
  GELU_TANH,
  /** {@code max(0, x)}. */
  RELU
}
