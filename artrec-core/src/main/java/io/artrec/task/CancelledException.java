package io.artrec.task;

import io.artrec.error.ArtrecException;

/** Thrown by long work that was asked to stop and did. */
public final class CancelledException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what was being done
   */
  public CancelledException(String message) {
    super(message);
  }
}
