package io.artrec.cf.factors;

import io.artrec.error.ArtrecException;

/** Thrown when a training's numbers grew beyond all bounds. */
public final class TrainingDivergedException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what was trained and what to lower
   */
  public TrainingDivergedException(String message) {
    super(message);
  }
}
