package io.artrec.djl.onnx;

import io.artrec.error.ArtrecException;
import org.jspecify.annotations.Nullable;

/** Thrown when an ONNX file cannot be read, or holds what is refused. */
public final class OnnxException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what was being read, what was met, what was expected
   */
  public OnnxException(String message) {
    super(message);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param message what was being read, what was met, what was expected
   * @param cause what was met underneath, or null
   */
  public OnnxException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
