package io.artrec.djl.onnx.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a node. What artrec has no use for (sub-graphs, lists of texts, sparse tensors) is
 * passed over when the file is read, and reading it gives the value of an attribute never set.
 * Immutable.
 */
public final class OnnxAttribute {
  private final float number;
  private final long integer;
  private final String text;
  private final long[] integers;
  private final @Nullable OnnxTensor tensor;

  OnnxAttribute(
      float number, long integer, String text, long[] integers, @Nullable OnnxTensor tensor) {
    this.number = number;
    this.integer = integer;
    this.text = text;
    this.integers = integers;
    this.tensor = tensor;
  }

  /** {@return the value as a number, 0 when the attribute is of another kind} */
  public float number() {
    return number;
  }

  /** {@return the value as an integer, 0 when the attribute is of another kind} */
  public long integer() {
    return integer;
  }

  /** {@return the value as text, empty when the attribute is of another kind} */
  public String text() {
    return text;
  }

  /**
   * Returns the value as integers.
   *
   * @return a copy of the values, none when the attribute is of another kind
   */
  public long[] integers() {
    return integers.clone();
  }

  /** {@return the value as a tensor, empty when the attribute is of another kind} */
  public Optional<OnnxTensor> tensor() {
    return Optional.ofNullable(tensor);
  }
}
