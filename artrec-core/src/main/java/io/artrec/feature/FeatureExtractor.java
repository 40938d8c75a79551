package io.artrec.feature;

import io.artrec.catalog.Catalog;
import io.artrec.model.StateReader;

/**
 * Turns one artwork into a fixed-length vector. Implementations are immutable and thread-safe.
 *
 * <p>What must be learned of the whole catalogue first, a vocabulary or document frequencies, is
 * learned in {@link #fit}; extractors that need nothing return an encoder at once.
 */
public non-sealed interface FeatureExtractor extends Feature {
  /**
   * Prepares for a catalogue.
   *
   * @param catalog the works, at least one
   * @return the encoder for this catalogue
   */
  FeatureEncoder fit(Catalog catalog);

  /**
   * Reads an encoder that an extractor of this {@link #spec} fitted.
   *
   * @param in what {@link FeatureEncoder#save} wrote
   * @return an encoder whose vectors are bit-equal to those of the saved one
   * @throws io.artrec.model.ModelFileException when the values do not fit together
   */
  FeatureEncoder read(StateReader in);
}
