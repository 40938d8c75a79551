package io.artrec.djl.onnx.internal;

import io.artrec.djl.onnx.OnnxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Named numbers of an ONNX file: a weight or a constant. Holds no numbers of its own: it points
 * into the bytes of the file and decodes them at every call, so keeping it keeps those bytes.
 * Immutable.
 */
public final class OnnxTensor {
  private static final int FLOAT_DATA = 4;
  private static final int INT32_DATA = 5;
  private static final int INT64_DATA = 7;
  private static final int RAW_DATA = 9;
  private static final int DOUBLE_DATA = 10;

  private final String source;
  private final String name;
  private final ElementType type;
  private final long[] dimensions;
  private final int size;
  private final @Nullable ByteBuffer raw;
  private final Message message;

  OnnxTensor(
      String source,
      String name,
      ElementType type,
      long[] dimensions,
      int size,
      @Nullable ByteBuffer raw,
      Message message) {
    this.source = source;
    this.name = name;
    this.type = type;
    this.dimensions = dimensions;
    this.size = size;
    this.raw = raw;
    this.message = message;
  }

  /** {@return the name, empty for most constants} */
  public String name() {
    return name;
  }

  /** {@return the type of its elements} */
  public ElementType type() {
    return type;
  }

  /**
   * Returns its shape.
   *
   * @return a copy of the dimensions, outermost first; none for a single number
   */
  public long[] dimensions() {
    return dimensions.clone();
  }

  /**
   * Tells whether it has a shape.
   *
   * @param wanted the dimensions, outermost first
   * @return true when all are equal
   */
  public boolean hasShape(long... wanted) {
    return Arrays.equals(dimensions, wanted);
  }

  /**
   * Returns how many elements it has.
   *
   * @return the product of the dimensions
   */
  public int size() {
    return size;
  }

  /**
   * Decodes its numbers. O(size) time and 4 bytes an element.
   *
   * @return the elements, the last dimension moving fastest; double precision is rounded
   * @throws OnnxException when the elements are no floating point numbers
   */
  public float[] floats() {
    float[] values = new float[size];
    switch (type) {
      case FLOAT -> {
        if (raw != null) {
          raw(raw).asFloatBuffer().get(values);
        } else {
          walk(FLOAT_DATA, Float.BYTES, (i, in) -> values[i] = in.getFloat());
        }
      }
      case DOUBLE -> {
        if (raw != null) {
          ByteBuffer in = raw(raw);
          for (int i = 0; i < size; i++) {
            values[i] = (float) in.getDouble();
          }
        } else {
          walk(DOUBLE_DATA, Double.BYTES, (i, in) -> values[i] = (float) in.getDouble());
        }
      }
      case FLOAT16 -> eachInteger((i, bits) -> values[i] = half((int) bits & 0xffff));
      case BFLOAT16 -> eachInteger((i, bits) -> values[i] = Float.intBitsToFloat((int) bits << 16));
      default -> throw unreadable("floating point numbers");
    }
    return values;
  }

  /**
   * Decodes its integers. O(size) time and 8 bytes an element.
   *
   * @return the elements, the last dimension moving fastest; truth values are 0 and 1
   * @throws OnnxException when the elements are no integers
   */
  public long[] integers() {
    switch (type) {
      case UINT8, INT8, UINT16, INT16, INT32, INT64, BOOL -> {
        long[] values = new long[size];
        eachInteger((i, value) -> values[i] = value);
        return values;
      }
      default -> throw unreadable("integers");
    }
  }

  /**
   * Writes numbers where this tensor's own lie.
   *
   * @param values as many as it has, in single precision
   * @param file a copy of the file's bytes
   */
  void put(float[] values, byte[] file) {
    if (type != ElementType.FLOAT) {
      throw unreadable("numbers in single precision");
    }
    if (values.length != size) {
      throw new IllegalArgumentException(
          "changing " + this + ": got " + values.length + " numbers, expected " + size);
    }
    int field = raw != null ? RAW_DATA : FLOAT_DATA;
    WireReader in = message.reader();
    int done = 0;
    while (in.next()) {
      if (in.field() != field) {
        in.skip();
        continue;
      }
      int from = in.position();
      int bytes = Float.BYTES;
      if (in.isLengthDelimited()) {
        WireReader numbers = in.window("numbers");
        from = numbers.position();
        bytes = numbers.left();
      } else {
        in.skip();
      }
      // Where a file holds raw data twice, the last counts.
      done = raw != null ? 0 : done;
      int count = Math.min(bytes / Float.BYTES, size - done);
      ByteBuffer.wrap(file, from, bytes)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .put(values, done, count);
      done += count;
    }
  }

  private OnnxException unreadable(String wanted) {
    return new OnnxException(
        "reading " + source + ": tensor '" + name + "' holds " + type + ", expected " + wanted);
  }

  private interface IntegerSink {
    void accept(int index, long value);
  }

  private interface FixedSink {
    void accept(int index, ByteBuffer in);
  }

  private void eachInteger(IntegerSink sink) {
    if (raw != null) {
      ByteBuffer in = raw(raw);
      for (int i = 0; i < size; i++) {
        sink.accept(
            i,
            switch (type) {
              case UINT8, BOOL -> in.get() & 0xff;
              case INT8 -> in.get();
              case UINT16, FLOAT16, BFLOAT16 -> in.getShort() & 0xffff;
              case INT16 -> in.getShort();
              case INT32 -> in.getInt();
              default -> in.getLong();
            });
      }
      return;
    }
    int field = type == ElementType.INT64 ? INT64_DATA : INT32_DATA;
    WireReader in = message.reader();
    int i = 0;
    while (in.next()) {
      if (in.field() != field) {
        in.skip();
      } else if (in.isLengthDelimited()) {
        WireReader packed = in.window("numbers");
        while (packed.left() > 0) {
          sink.accept(i++, packed.packedVarint());
        }
      } else {
        sink.accept(i++, in.varint("a number"));
      }
    }
  }

  private void walk(int field, int bytes, FixedSink sink) {
    WireReader in = message.reader();
    int i = 0;
    while (in.next()) {
      if (in.field() != field) {
        in.skip();
      } else if (in.isLengthDelimited()) {
        ByteBuffer packed = in.window("numbers").buffer();
        while (packed.remaining() >= bytes) {
          sink.accept(i++, packed);
        }
      } else {
        int at = in.position();
        in.skip();
        sink.accept(i++, message.reader(at, in.position()).buffer());
      }
    }
  }

  /** How many elements the typed fields hold: what a size is checked against when read. */
  static long typedElements(ElementType type, Message message) {
    int field =
        switch (type) {
          case FLOAT -> FLOAT_DATA;
          case DOUBLE -> DOUBLE_DATA;
          case INT64 -> INT64_DATA;
          default -> INT32_DATA;
        };
    int bytes =
        switch (type) {
          case FLOAT -> Float.BYTES;
          case DOUBLE -> Double.BYTES;
          default -> 0;
        };
    WireReader in = message.reader();
    long count = 0;
    while (in.next()) {
      if (in.field() != field) {
        in.skip();
      } else if (!in.isLengthDelimited()) {
        int from = in.position();
        in.skip();
        if (bytes > 0 && in.position() - from != bytes) {
          throw in.broken("encodes a tensor's number in " + (in.position() - from) + " bytes");
        }
        count++;
      } else {
        WireReader packed = in.window("numbers");
        if (bytes > 0) {
          if (packed.left() % bytes != 0) {
            throw in.broken("packs numbers of " + bytes + " bytes into " + packed.left());
          }
          count += packed.left() / bytes;
        } else {
          while (packed.left() > 0) {
            packed.packedVarint();
            count++;
          }
        }
      }
    }
    return count;
  }

  private static ByteBuffer raw(ByteBuffer raw) {
    return raw.duplicate().order(raw.order());
  }

  /** IEEE 754 binary16 to binary32; exact. */
  static float half(int bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >>> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float tiny = fraction * 0x1p-24f;
      return sign == 0 ? tiny : -tiny;
    }
    int wide = exponent == 0x1f ? 0xff : exponent + 112;
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }

  @Override
  public String toString() {
    return "tensor '" + name + "' (" + type + " " + Arrays.toString(dimensions) + ")";
  }

  /** Where the tensor's message lies in the file, for values in typed fields. */
  static final class Message {
    private final String source;
    private final byte[] bytes;
    private final int from;
    private final int to;

    Message(String source, byte[] bytes, int from, int to) {
      this.source = source;
      this.bytes = bytes;
      this.from = from;
      this.to = to;
    }

    WireReader reader() {
      return reader(from, to);
    }

    WireReader reader(int first, int end) {
      return new WireReader(source, bytes, first, end);
    }
  }
}
