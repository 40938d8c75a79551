package io.artrec.model;

import io.artrec.error.ArtrecException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a model file cannot be written, or is damaged, foreign, of another version, or
 * incomplete.
 */
public final class ModelFileException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message the file, what is wrong with it, what to do
   */
  public ModelFileException(String message) {
    super(message);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param message the file, what is wrong with it, what to do
   * @param cause what was met underneath, or null
   */
  public ModelFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
