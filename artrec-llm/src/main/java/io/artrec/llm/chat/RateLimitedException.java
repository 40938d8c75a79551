package io.artrec.llm.chat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Thrown when more was asked than the server, or a guard before it, grants in a time. */
public final class RateLimitedException extends ChatException {
  private final transient Optional<Duration> retryAfter;

  /**
   * Creates the exception.
   *
   * @param message what was being done, what came, what to do
   * @param retryAfter how long the server wants to be left alone, zero or more, or empty
   */
  public RateLimitedException(String message, Optional<Duration> retryAfter) {
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
