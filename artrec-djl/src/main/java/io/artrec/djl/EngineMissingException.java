package io.artrec.djl;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the engine that a model needs is not on the class path or cannot load its native
 * library here. The message holds the lines to add to a Maven build.
 */
public final class EngineMissingException extends ModelException {
  /**
   * Creates the exception.
   *
   * @param message which engine, why it does not start, what to add
   * @param cause what was met underneath, or null
   */
  public EngineMissingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
