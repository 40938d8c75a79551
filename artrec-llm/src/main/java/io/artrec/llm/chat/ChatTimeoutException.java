package io.artrec.llm.chat;

/** Thrown when a call's deadline passed, or a piece of a stream did not come in its time. */
public final class ChatTimeoutException extends ChatException {
  /**
   * Creates the exception.
   *
   * @param message which time passed
   */
  public ChatTimeoutException(String message) {
    super(message);
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
