package io.artrec.djl;

import io.artrec.error.ArtrecException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a model cannot be opened: a file is missing, damaged, refused or of another kind, or
 * a device is not there.
 */
public class ModelException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what was being opened, what was met, what was expected, the fix
   */
  public ModelException(String message) {
    super(message);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param message what was being opened, what was met, what was expected, the fix
   * @param cause what was met underneath, or null
   */
  public ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
