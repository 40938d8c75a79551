package io.artrec.strategy;

import java.util.Optional;

/**
 * Puts what askers say into words where a feature has its works: two encoders that were trained
 * together, one for texts and one for images, give vectors whose cosine says how well a text fits
 * an image (Radford et al., Learning Transferable Visual Models From Natural Language Supervision,
 * ICML 2021). {@link FeatureSearch} answers wishes by it. Implementations are thread-safe and
 * deterministic.
 *
 * <p>Extension point: artrec-djl has one by the text half of such a pair, and every sentence
 * encoder of artrec-text and artrec-llm is one, in the space of text embeddings by itself.
 */
public interface WishEncoder {
  /**
   * Returns the stable identity of the weights and of how they are used: equal names promise equal
   * vectors.
   *
   * @return the name, which model files hold
   */
  String name();

  /**
   * Returns the length of every vector.
   *
   * @return the dimensions, those of the feature
   */
  int dimensions();

  /**
   * Encodes what somebody searches for.
   *
   * @param text the query
   * @return a finite vector, or empty when the text holds nothing the encoder reads
   */
  Optional<float[]> encodeQuery(String text);

  /**
   * Returns the cosine of a query and a work from which a sentence may say that the work fits what
   * is searched for: hardly any work does to a query about something else.
   *
   * @return 1 by default: nothing is said to fit until somebody has measured the encoder
   */
  default double fitsFrom() {
    return 1;
  }
}
