package io.artrec.llm.chat;

/**
 * Thrown when the server does not take the request: a wrong key, an unknown model, a request too
 * long, an empty account. It must be changed before it is sent again.
 */
public final class RequestRejectedException extends ChatException {
  /**
   * Creates the exception.
   *
   * @param message what was being done, what came, what to do; no words of the request or reply
   */
  public RequestRejectedException(String message) {
    super(message);
  }
}
