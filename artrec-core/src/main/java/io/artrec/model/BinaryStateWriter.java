package io.artrec.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes typed, named values: a tag, the name, a length where there is one, the values, all
 * little-endian. The values of a long array start at a multiple of {@link #ALIGNMENT} bytes from
 * the start of the file; the bytes before it are zeros.
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
  static final byte BYTES = 9;

  static final int ALIGNMENT = 64;

  /** Arrays of as many bytes are aligned. */
  static final int ALIGNED_FROM = 1024;

  private static final int LONGEST_NAME = 1000;
  private static final int BUFFER = 1 << 18;

  private final OutputStream out;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long flushed;

  /**
   * Creates a writer.
   *
   * @param out receives the bytes
   * @param position how many bytes are before the first value
   */
  BinaryStateWriter(OutputStream out, long position) {
    this.out = out;
    flushed = position;
  }

  /** How many bytes stand between a position and the values of an array of some bytes there. */
  static int padding(long position, long bytes) {
    return bytes < ALIGNED_FROM ? 0 : (int) (-position & (ALIGNMENT - 1));
  }

  @Override
  public void putLong(String name, long value) {
    write(LONG, name, () -> room(Long.BYTES).putLong(value));
  }

  @Override
  public void putDouble(String name, double value) {
    write(DOUBLE, name, () -> room(Double.BYTES).putDouble(value));
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
          begin(values.length, Integer.BYTES);
          for (int from = 0; from < values.length; ) {
            int n = fits(values.length - from, Integer.BYTES);
            buffer.asIntBuffer().put(values, from, n);
            buffer.position(buffer.position() + n * Integer.BYTES);
            from += n;
          }
        });
  }

  @Override
  public void putLongs(String name, long[] values) {
    write(
        LONGS,
        name,
        () -> {
          begin(values.length, Long.BYTES);
          for (int from = 0; from < values.length; ) {
            int n = fits(values.length - from, Long.BYTES);
            buffer.asLongBuffer().put(values, from, n);
            buffer.position(buffer.position() + n * Long.BYTES);
            from += n;
          }
        });
  }

  @Override
  public void putFloats(String name, float[] values) {
    write(
        FLOATS,
        name,
        () -> {
          begin(values.length, Float.BYTES);
          for (int from = 0; from < values.length; ) {
            int n = fits(values.length - from, Float.BYTES);
            buffer.asFloatBuffer().put(values, from, n);
            buffer.position(buffer.position() + n * Float.BYTES);
            from += n;
          }
        });
  }

  @Override
  public void putDoubles(String name, double[] values) {
    write(
        DOUBLES,
        name,
        () -> {
          begin(values.length, Double.BYTES);
          for (int from = 0; from < values.length; ) {
            int n = fits(values.length - from, Double.BYTES);
            buffer.asDoubleBuffer().put(values, from, n);
            buffer.position(buffer.position() + n * Double.BYTES);
            from += n;
          }
        });
  }

  @Override
  public void putStrings(String name, List<String> values) {
    write(
        STRINGS,
        name,
        () -> {
          room(Integer.BYTES).putInt(values.size());
          for (String value : values) {
            writeText(value);
          }
        });
  }

  @Override
  public void putBytes(String name, byte[] values) {
    write(
        BYTES,
        name,
        () -> {
          begin(values.length, 1);
          writeBytes(values);
        });
  }

  /** Hands all bytes over. */
  void flush() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    flushed += buffer.position();
    buffer.clear();
  }

  private void begin(int length, int bytesEach) throws IOException {
    room(Integer.BYTES).putInt(length);
    int padding = padding(flushed + buffer.position(), (long) length * bytesEach);
    room(padding).put(new byte[padding]);
  }

  private int fits(int left, int bytesEach) throws IOException {
    return Math.min(left, room(bytesEach).remaining() / bytesEach);
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  /**
   * UTF-8, or UTF-16 for the rare text that UTF-8 cannot hold (unpaired surrogates), so that every
   * id comes back as it was.
   */
  private void writeText(String text) throws IOException {
    boolean utf8 = StandardCharsets.UTF_8.newEncoder().canEncode(text);
    byte[] bytes = utf8 ? text.getBytes(StandardCharsets.UTF_8) : utf16(text);
    room(1 + Integer.BYTES).put((byte) (utf8 ? 1 : 0)).putInt(bytes.length);
    writeBytes(bytes);
  }

  private static byte[] utf16(String text) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(text.length(), Character.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  private void writeBytes(byte[] bytes) throws IOException {
    for (int from = 0; from < bytes.length; ) {
      int n = fits(bytes.length - from, 1);
      buffer.put(bytes, from, n);
      from += n;
    }
  }

  private void write(byte tag, String name, Body body) {
    try {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      if (bytes.length > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "the name of a value has " + bytes.length + " bytes, expected at most " + LONGEST_NAME);
      }
      room(1 + Short.BYTES).put(tag).putShort((short) bytes.length);
      writeBytes(bytes);
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
