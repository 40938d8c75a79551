package io.artrec.live;

import io.artrec.error.ArtrecException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a journal cannot be opened, is damaged, or cannot take an event; the event is then
 * not recorded.
 */
public final class JournalException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message the file, what happened, what to do
   * @param cause what was met underneath, or null
   */
  public JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
