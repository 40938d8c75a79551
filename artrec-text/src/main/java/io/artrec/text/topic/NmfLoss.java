package io.artrec.text.topic;

import io.artrec.model.ModelFileException;

/** How far a product of non-negative factors is from the matrix. */
public enum NmfLoss {
  /**
   * The generalised Kullback-Leibler divergence {@code Σ x ln(x / y) − x + y}: words count in
   * proportion, as in probabilistic latent semantic analysis, which it equals (Gaussier, Goutte,
   * Relation between PLSA and NMF and implications, SIGIR 2005). Minimised by multiplicative
   * updates.
   */
  KULLBACK_LEIBLER,

  /**
   * The squared Frobenius norm {@code Σ (x − y)²}: frequent words count more. Minimised by
   * hierarchical alternating least squares.
   */
  FROBENIUS;

  String label() {
    return this == FROBENIUS ? "frobenius" : "kullback-leibler";
  }

  static NmfLoss ofLabel(String label) {
    for (NmfLoss loss : values()) {
      if (loss.label().equals(label)) {
        return loss;
      }
    }
    throw new ModelFileException(
        "topics are damaged: loss is '" + label + "', expected kullback-leibler or frobenius");
  }
}
