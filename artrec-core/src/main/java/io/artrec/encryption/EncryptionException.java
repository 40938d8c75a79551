package io.artrec.encryption;

import io.artrec.error.ArtrecException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a key is missing or is none that can be used, and when what was encrypted does not
 * open: under another key, or because it was changed. Never tells a key.
 */
public final class EncryptionException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what was being done, which key by its id, what to do
   * @param cause what was met underneath, or null
   */
  public EncryptionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
