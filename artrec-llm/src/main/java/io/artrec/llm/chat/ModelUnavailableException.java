package io.artrec.llm.chat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the server could not be reached, broke the connection, or says that it is out of
 * order.
 */
public final class ModelUnavailableException extends ChatException {
  private final transient Optional<Duration> retryAfter;

  /**
   * Creates the exception.
   *
   * @param message what was being done, what came, what to do
   * @param cause what was met underneath, or null
   */
  public ModelUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
    retryAfter = Optional.empty();
  }

  /**
   * Creates the exception for a server that says when to come back.
   *
   * @param message what was being done, what came, what to do
   * @param retryAfter how long it wants to be left alone, zero or more, or empty
   */
  public ModelUnavailableException(String message, Optional<Duration> retryAfter) {
    super(message);
    this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
  }

  @Override
  public boolean isTransient() {
    return true;
  }

  @Override
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
