package io.artrec;

import io.artrec.error.ArtrecException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a backup cannot be written, is damaged or incomplete, or cannot be restored; what was
 * at the destination before is as it was.
 */
public final class BackupException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message which backup, what is wrong with it, what to do
   * @param cause what was met underneath, or null
   */
  public BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
