package io.artrec.djl;

import io.artrec.error.ArtrecException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when an open model does not give an answer: it failed on its input, the time allowed ran
 * out, or too many callers were waiting already.
 */
public final class InferenceException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what was asked, what was met, the fix
   */
  public InferenceException(String message) {
    super(message);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param message what was asked, what was met, the fix
   * @param cause what was met underneath, or null
   */
  public InferenceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
