package io.artrec.djl.transformer;

import io.artrec.error.ArtrecException;

/** Thrown when an ONNX file is sound but holds no encoder that artrec can rebuild. */
public final class UnsupportedModelException extends ArtrecException {
  private final String reason;

  /**
   * Creates the exception.
   *
   * @param message which file, what was met, what was expected, what to do instead
   */
  public UnsupportedModelException(String message) {
    this(message, message);
  }

  /**
   * Creates the exception.
   *
   * @param message which file, what was met, what was expected, what to do instead
   * @param reason what was met, alone
   */
  public UnsupportedModelException(String message, String reason) {
    super(message);
    this.reason = reason;
  }

  /** {@return what was met, without what was being done and what to do instead} */
  public String reason() {
    return reason;
  }
}
