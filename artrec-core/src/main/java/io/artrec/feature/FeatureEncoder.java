package io.artrec.feature;

import java.util.Optional;

/**
 * A {@link FeatureExtractor} made ready for a catalogue. Immutable; called from many threads at
 * once.
 */
public interface FeatureEncoder {
  /**
   * Returns the length of every vector.
   *
   * @return the dimensions, 1 or more
   */
  int dimensions();

  /**
   * Encodes one artwork.
   *
   * @param input the artwork and its sources
   * @return finite values, {@link #dimensions()} of them, or empty when the artwork lacks what this
   *     feature reads (no image, no text, no known value)
   * @throws ExtractionException when a source is there and cannot be used; extraction then reports
   *     the artwork and goes on
   */
  Optional<float[]> encode(ArtworkInput input);

  /**
   * Identifies what {@link FeatureExtractor#fit} learned, for the cache: equal fingerprints promise
   * equal vectors for equal input.
   *
   * @return a short text, for instance a hash of the vocabulary; empty when nothing was learned
   */
  String fingerprint();
}
