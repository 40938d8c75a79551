package io.artrec.cf.data;

import io.artrec.error.ArtrecException;

/** Thrown before a training starts that would not fit the heap. Nothing was allocated. */
public final class InsufficientMemoryException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message how much is needed, how much there is, and what to lower
   */
  public InsufficientMemoryException(String message) {
    super(message);
  }
}
