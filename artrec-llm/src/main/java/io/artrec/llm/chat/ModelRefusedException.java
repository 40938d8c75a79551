package io.artrec.llm.chat;

/**
 * Thrown when the model or its filter will not answer this request. Asking again changes nothing.
 */
public final class ModelRefusedException extends ChatException {
  /**
   * Creates the exception.
   *
   * @param message what was being done, what came, what to do; no words of the request or reply
   */
  public ModelRefusedException(String message) {
    super(message);
  }
}
