package io.artrec.djl.transformer;

import io.artrec.djl.onnx.OnnxGraph;
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

  private UnsupportedModelException(String message, String reason) {
    super(message);
    this.reason = reason;
  }

  static UnsupportedModelException of(OnnxGraph graph, String what) {
    return new UnsupportedModelException(
        "loading "
            + graph.source()
            + " as a BERT encoder for the PyTorch engine: "
            + what
            + "; run it with ONNX Runtime instead",
        what);
  }

  /** What was met, without what was being done and what to do instead. */
  String reason() {
    return reason;
  }
}
