package io.artrec.llm.chat;

import io.artrec.error.ArtrecException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a {@link ChatModel} gave no reply. Messages hold neither keys nor words of the
 * request or reply.
 */
public class ChatException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what was being done, what came, what to do; no words of the request or reply
   */
  public ChatException(String message) {
    super(message);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param message what was being done, what came, what to do; no words of the request or reply
   * @param cause what was met underneath, or null
   */
  public ChatException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Tells whether the same request may succeed later.
   *
   * @return false unless a subclass says otherwise
   */
  public boolean isTransient() {
    return false;
  }

  /**
   * Returns how long the server wants to be left alone.
   *
   * @return zero or more, or empty where it does not say
   */
  public Optional<Duration> retryAfter() {
    return Optional.empty();
  }
}
