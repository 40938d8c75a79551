package io.artrec.djl.onnx.internal;

import io.artrec.djl.onnx.OnnxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Walks the fields of one protobuf message: {@link #next()} moves to a field, then one of the value
 * methods or {@link #skip()} takes it. Works on a window of a shared array and never copies but for
 * text. Not thread-safe.
 *
 * <p>Source: Protocol Buffers documentation, "Encoding".
 */
final class WireReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;
  private static final int MAX_TEXT = 1 << 16;

  private final String source;
  private final byte[] bytes;
  private final int end;
  private int at;
  private int field;
  private int type;

  WireReader(String source, byte[] bytes, int from, int to) {
    this.source = source;
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  WireReader(String source, byte[] bytes) {
    this(source, bytes, 0, bytes.length);
  }

  /** Moves to the next field; false at the end of the message. */
  boolean next() {
    if (at == end) {
      return false;
    }
    long tag = rawVarint();
    field = (int) (tag >>> 3);
    type = (int) (tag & 7);
    if (tag >>> 32 != 0 || field == 0) {
      throw broken(
          "has a field tag " + Long.toUnsignedString(tag) + " that protobuf does not know");
    }
    if (type != VARINT && type != FIXED64 && type != BYTES && type != FIXED32) {
      throw broken("has a value of wire type " + type + "; ONNX uses 0, 1, 2 and 5");
    }
    return true;
  }

  int field() {
    return field;
  }

  boolean isLengthDelimited() {
    return type == BYTES;
  }

  int position() {
    return at;
  }

  int left() {
    return end - at;
  }

  /** The value of a varint field. */
  long varint(String what) {
    expect(VARINT, what);
    return rawVarint();
  }

  /** The next value of a repeated varint field inside its packed window. */
  long packedVarint() {
    return rawVarint();
  }

  float fixed32(String what) {
    expect(FIXED32, what);
    need(Float.BYTES);
    float value = ByteBuffer.wrap(bytes, at, Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).getFloat();
    at += Float.BYTES;
    return value;
  }

  /** The window of a length-delimited field: a message, packed values or bytes. */
  WireReader window(String what) {
    expect(BYTES, what);
    long length = rawVarint();
    if (length < 0 || length > left()) {
      throw broken(
          "gives "
              + what
              + " a length of "
              + Long.toUnsignedString(length)
              + " bytes where "
              + left()
              + " are left; it is cut short or damaged");
    }
    WireReader window = new WireReader(source, bytes, at, at + (int) length);
    at += (int) length;
    return window;
  }

  String text(String what) {
    WireReader window = window(what);
    if (window.left() > MAX_TEXT) {
      throw broken(
          "gives "
              + what
              + " "
              + window.left()
              + " bytes of text; at most "
              + MAX_TEXT
              + " are read");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, window.at, window.left()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new OnnxException("reading " + source + ": " + what + " is not UTF-8", e);
    }
  }

  /** Bytes that are text by custom only: empty when too long, with replacements when not UTF-8. */
  String anyText(String what) {
    WireReader window = window(what);
    return window.left() > MAX_TEXT
        ? ""
        : new String(bytes, window.at, window.left(), StandardCharsets.UTF_8);
  }

  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes, at, left())
        .slice()
        .asReadOnlyBuffer()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  void skip() {
    switch (type) {
      case VARINT -> rawVarint();
      case FIXED64 -> advance(Long.BYTES);
      case FIXED32 -> advance(Integer.BYTES);
      default -> {
        WireReader unused = window("an unknown field");
        at = unused.end;
      }
    }
  }

  OnnxException broken(String what) {
    return new OnnxException(
        "reading "
            + source
            + ": the file "
            + what
            + " (at byte "
            + at
            + " of "
            + bytes.length
            + ")");
  }

  private void advance(int count) {
    need(count);
    at += count;
  }

  private void need(int count) {
    if (left() < count) {
      throw broken("ends inside a value; it is cut short or damaged");
    }
  }

  private void expect(int wanted, String what) {
    if (type != wanted) {
      throw broken("encodes " + what + " with wire type " + type + ", expected " + wanted);
    }
  }

  private long rawVarint() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      need(1);
      byte b = bytes[at++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw broken("has a number of more than 10 bytes");
  }
}
