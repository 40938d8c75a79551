package io.artrec.djl.training;

import io.artrec.error.ArtrecException;

/** Thrown when a training cannot lead anywhere, for instance because its loss is not finite. */
public final class TrainingException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what was being trained, what was met, what to change
   */
  public TrainingException(String message) {
    super(message);
  }

  TrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
