package io.artrec.text.wordvector;

import io.artrec.error.ArtrecException;
import org.jspecify.annotations.Nullable;

/** Thrown when word vectors cannot be read, written or trained. */
public final class WordVectorException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what was being done, what was met, what was expected, what to do
   */
  public WordVectorException(String message) {
    super(message);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param message what was being done, what was met, what was expected, what to do
   * @param cause what was met underneath, or null
   */
  public WordVectorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
