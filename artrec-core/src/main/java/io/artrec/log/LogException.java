package io.artrec.log;

import io.artrec.error.ArtrecException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a log cannot be opened, is damaged, or cannot take changes; none of them is then in
 * it.
 */
public final class LogException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message the file, what happened, what to do
   * @param cause what was met underneath, or null
   */
  public LogException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
