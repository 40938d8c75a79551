package io.artrec.catalog;

import io.artrec.error.ArtrecException;

/**
 * Thrown when an artwork id is asked for that the catalogue does not hold; the message names the
 * nearest ids.
 */
public final class UnknownArtworkException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message the id and its nearest neighbours by spelling
   */
  public UnknownArtworkException(String message) {
    super(message);
  }
}
