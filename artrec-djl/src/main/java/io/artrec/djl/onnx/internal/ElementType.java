package io.artrec.djl.onnx.internal;

import java.util.Locale;

/** Types of a tensor's elements, with their numbers in ONNX's {@code TensorProto.DataType}. */
public enum ElementType {
  /** 32-bit floating point. */
  FLOAT(1, 4),
  /** Unsigned 8-bit integers. */
  UINT8(2, 1),
  /** Signed 8-bit integers. */
  INT8(3, 1),
  /** Unsigned 16-bit integers. */
  UINT16(4, 2),
  /** Signed 16-bit integers. */
  INT16(5, 2),
  /** Signed 32-bit integers. */
  INT32(6, 4),
  /** Signed 64-bit integers. */
  INT64(7, 8),
  /** Truth values, a byte each. */
  BOOL(9, 1),
  /** IEEE 754 half precision. */
  FLOAT16(10, 2),
  /** 64-bit floating point. */
  DOUBLE(11, 8),
  /** The upper half of a 32-bit floating point number. */
  BFLOAT16(16, 2),
  /** Every other type; its values cannot be read. */
  OTHER(-1, 0);

  private final int code;
  private final int bytes;

  ElementType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  static ElementType of(long code) {
    for (ElementType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return OTHER;
  }

  /** Bytes of an element in raw data; 0 when unknown. */
  int bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
