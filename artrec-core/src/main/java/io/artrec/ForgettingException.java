package io.artrec;

import io.artrec.error.ArtrecException;

/** Thrown when somebody outside the recommender still holds something that must be forgotten. */
public final class ForgettingException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message who holds it, what went wrong, what to do
   * @param cause what the holder threw
   */
  public ForgettingException(String message, Throwable cause) {
    super(message, cause);
  }
}
