package io.artrec.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes typed, named values: a tag, the name, a length where there is one, the values in
 * big-endian order.
 */
final class BinaryStateWriter implements StateWriter {
  static final byte LONG = 1;
  static final byte DOUBLE = 2;
  static final byte STRING = 3;
  static final byte INTS = 4;
  static final byte LONGS = 5;
  static final byte FLOATS = 6;
  static final byte DOUBLES = 7;
  static final byte STRINGS = 8;

  private static final int SLICE = 8192;

  private final DataOutputStream out;
  private final ByteBuffer buffer = ByteBuffer.allocate(SLICE * Long.BYTES);

  BinaryStateWriter(DataOutputStream out) {
    this.out = out;
  }

  @Override
  public void putLong(String name, long value) {
    write(LONG, name, () -> out.writeLong(value));
  }

  @Override
  public void putDouble(String name, double value) {
    write(DOUBLE, name, () -> out.writeDouble(value));
  }

  @Override
  public void putString(String name, String value) {
    write(STRING, name, () -> writeText(value));
  }

  @Override
  public void putInts(String name, int[] values) {
    write(
        INTS,
        name,
        () -> {
          out.writeInt(values.length);
          for (int from = 0; from < values.length; from += SLICE) {
            int n = Math.min(SLICE, values.length - from);
            buffer.clear().asIntBuffer().put(values, from, n);
            out.write(buffer.array(), 0, n * Integer.BYTES);
          }
        });
  }

  @Override
  public void putLongs(String name, long[] values) {
    write(
        LONGS,
        name,
        () -> {
          out.writeInt(values.length);
          for (int from = 0; from < values.length; from += SLICE) {
            int n = Math.min(SLICE, values.length - from);
            buffer.clear().asLongBuffer().put(values, from, n);
            out.write(buffer.array(), 0, n * Long.BYTES);
          }
        });
  }

  @Override
  public void putFloats(String name, float[] values) {
    write(
        FLOATS,
        name,
        () -> {
          out.writeInt(values.length);
          for (int from = 0; from < values.length; from += SLICE) {
            int n = Math.min(SLICE, values.length - from);
            buffer.clear().asFloatBuffer().put(values, from, n);
            out.write(buffer.array(), 0, n * Float.BYTES);
          }
        });
  }

  @Override
  public void putDoubles(String name, double[] values) {
    write(
        DOUBLES,
        name,
        () -> {
          out.writeInt(values.length);
          for (int from = 0; from < values.length; from += SLICE) {
            int n = Math.min(SLICE, values.length - from);
            buffer.clear().asDoubleBuffer().put(values, from, n);
            out.write(buffer.array(), 0, n * Double.BYTES);
          }
        });
  }

  @Override
  public void putStrings(String name, List<String> values) {
    write(
        STRINGS,
        name,
        () -> {
          out.writeInt(values.size());
          for (String value : values) {
            writeText(value);
          }
        });
  }

  /**
   * UTF-8, or UTF-16 for the rare text that UTF-8 cannot hold (unpaired surrogates), so that every
   * id comes back as it was.
   */
  private void writeText(String text) throws IOException {
    boolean utf8 = StandardCharsets.UTF_8.newEncoder().canEncode(text);
    byte[] bytes = utf8 ? text.getBytes(StandardCharsets.UTF_8) : utf16(text);
    out.writeBoolean(utf8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] utf16(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(text.length(), Character.BYTES));
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  private void write(byte tag, String name, Body body) {
    try {
      out.writeByte(tag);
      out.writeUTF(name);
      body.write();
    } catch (IOException e) {
      throw new UncheckedIOException("writing '" + name + "'", e);
    }
  }

  @FunctionalInterface
  private interface Body {
    void write() throws IOException;
  }
}
