package io.artrec.text.embedding;

import io.artrec.strategy.WishEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns texts into vectors whose cosine is likeness of meaning. Implementations are thread-safe and
 * deterministic: the same text gives the same vector, to {@value #TOLERANCE}, alone, in any batch
 * and on any thread.
 *
 * <p>Extension point: pooled word vectors are here ({@code wordvector}), transformers come with
 * artrec-llm.
 */
public interface SentenceEncoder extends WishEncoder {
  /** How far a value of a vector may be from that of the same text in another batch. */
  double TOLERANCE = 1e-5;

  /**
   * Returns the stable identity of the weights and of how they are used, part of the key of cached
   * vectors: equal names promise equal vectors.
   *
   * @return lower-case letters, digits and hyphens, for instance {@code all-minilm-l6-v2-q}
   */
  @Override
  String name();

  /**
   * Returns the length of every vector.
   *
   * @return the dimensions, 1 or more
   */
  @Override
  int dimensions();

  /**
   * Encodes one text.
   *
   * @param text any text
   * @return a finite vector of unit length, or empty when the text holds nothing the encoder reads
   *     (blank, or no known word)
   */
  Optional<float[]> encode(String text);

  /**
   * Encodes what somebody searches for. Encoders that were trained with an instruction before
   * queries put it there; for others this is {@link #encode}.
   *
   * @param text the query
   * @return as {@link #encode} gives it
   */
  @Override
  default Optional<float[]> encodeQuery(String text) {
    return encode(text);
  }

  /**
   * Returns the cosine of a query and a text from which a sentence may say that the text fits what
   * is searched for: hardly any text does to a query about something else.
   *
   * @return 0.5 by default
   */
  @Override
  default double fitsFrom() {
    return 0.5;
  }

  /**
   * Returns the cosine of two texts from which a sentence may say that they are close in meaning:
   * hardly any two texts that have nothing to do with each other reach it.
   *
   * @return above 0, at most 1; 0.5 by default
   */
  default double alikeFrom() {
    return 0.5;
  }

  /**
   * Tells whether texts of one meaning in several languages get like vectors, so that a question in
   * one finds texts in another.
   *
   * @return false by default: a question in a script the texts are not written in finds nothing
   */
  default boolean readsAcrossLanguages() {
    return false;
  }

  /**
   * Returns how many texts {@link #encodeAll} is best given at once.
   *
   * @return 1 by default: no more speed in more
   */
  default int batchSize() {
    return 1;
  }

  /**
   * Encodes many texts; implementations batch them.
   *
   * @param texts the texts
   * @return one answer for each text, in order, as {@link #encode(String)} gives it
   */
  default List<Optional<float[]>> encodeAll(List<String> texts) {
    List<Optional<float[]>> vectors = new ArrayList<>(texts.size());
    texts.forEach(text -> vectors.add(encode(text)));
    return vectors;
  }
}
