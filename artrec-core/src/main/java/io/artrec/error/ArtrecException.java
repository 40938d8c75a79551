package io.artrec.error;

import org.jspecify.annotations.Nullable;

/**
 * The unchecked root of artrec's exceptions. Its message says what was being done, the value met,
 * what was expected and, where there is one, the fix.
 */
public class ArtrecException extends RuntimeException {
  /**
   * Creates an exception.
   *
   * @param message what was being done, the value, the expectation, the fix
   */
  public ArtrecException(String message) {
    super(message);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what was being done, the value, the expectation, the fix
   * @param cause what was met underneath, or null
   */
  public ArtrecException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
