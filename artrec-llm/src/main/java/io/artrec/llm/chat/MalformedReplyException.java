package io.artrec.llm.chat;

import java.util.Objects;

/** Thrown when what came back is not what was agreed on, or larger than allowed. */
public final class MalformedReplyException extends ChatException {
  private final String raw;

  /**
   * Creates the exception.
   *
   * @param message what was expected and what came, without its words
   * @param raw what came, or its beginning, or an empty text; it is no part of the message
   */
  public MalformedReplyException(String message, String raw) {
    super(message);
    this.raw = Objects.requireNonNull(raw, "raw");
  }

  /**
   * Returns what came. It may repeat words of the request, and is kept out of the message for that.
   *
   * @return the reply or its beginning, perhaps empty
   */
  public String raw() {
    return raw;
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
