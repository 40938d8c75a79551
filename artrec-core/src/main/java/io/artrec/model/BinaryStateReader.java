package io.artrec.model;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads what {@link BinaryStateWriter} wrote, with every length checked against the bytes that are
 * left.
 */
final class BinaryStateReader implements StateReader {
  /** Where bytes come from. */
  @FunctionalInterface
  interface Source {
    /** Fills a buffer with the bytes from a place on. */
    void read(long from, ByteBuffer into) throws IOException;
  }

  private static final String[] TYPES = {
    "?", "long", "double", "text", "ints", "longs", "floats", "doubles", "texts", "bytes"
  };
  private static final int BUFFER = 1 << 18;

  private final String file;
  private final Source source;
  private final long end;

  /** Outside the heap: a channel reads there at a third of the cost. */
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  /** Where in the file the buffer ends. */
  private long filled;

  /**
   * Creates a reader.
   *
   * @param file what it is called in messages
   * @param source what is read, at given places
   * @param from where the first value begins
   * @param end where the last one ends
   */
  BinaryStateReader(String file, Source source, long from, long end) {
    this.file = file;
    this.source = source;
    this.end = end;
    filled = from;
    buffer.limit(0);
  }

  @Override
  public boolean isNext(String name) {
    byte[] expected = name.getBytes(StandardCharsets.UTF_8);
    int bytes = 1 + Short.BYTES + expected.length;
    if (left() < bytes) {
      return false;
    }
    try {
      int at = next(bytes).position() + 1;
      byte[] found = new byte[expected.length];
      buffer.get(at + Short.BYTES, found);
      return Short.toUnsignedInt(buffer.getShort(at)) == found.length
          && Arrays.equals(found, expected);
    } catch (IOException e) {
      throw new ModelFileException(
          "model file " + file + " ends early or is unreadable at '" + name + "'", e);
    }
  }

  @Override
  public long getLong(String name) {
    return read(BinaryStateWriter.LONG, name, () -> next(Long.BYTES).getLong());
  }

  @Override
  public double getDouble(String name) {
    return read(BinaryStateWriter.DOUBLE, name, () -> next(Double.BYTES).getDouble());
  }

  @Override
  public String getString(String name) {
    return read(BinaryStateWriter.STRING, name, () -> text(name));
  }

  @Override
  public int[] getInts(String name) {
    return read(
        BinaryStateWriter.INTS,
        name,
        () -> {
          int[] values = new int[begin(name, Integer.BYTES)];
          for (int from = 0; from < values.length; ) {
            int n = there(values.length - from, Integer.BYTES);
            buffer.asIntBuffer().get(values, from, n);
            buffer.position(buffer.position() + n * Integer.BYTES);
            from += n;
          }
          return values;
        });
  }

  @Override
  public long[] getLongs(String name) {
    return read(
        BinaryStateWriter.LONGS,
        name,
        () -> {
          long[] values = new long[begin(name, Long.BYTES)];
          for (int from = 0; from < values.length; ) {
            int n = there(values.length - from, Long.BYTES);
            buffer.asLongBuffer().get(values, from, n);
            buffer.position(buffer.position() + n * Long.BYTES);
            from += n;
          }
          return values;
        });
  }

  @Override
  public float[] getFloats(String name) {
    return read(
        BinaryStateWriter.FLOATS,
        name,
        () -> {
          float[] values = new float[begin(name, Float.BYTES)];
          for (int from = 0; from < values.length; ) {
            int n = there(values.length - from, Float.BYTES);
            buffer.asFloatBuffer().get(values, from, n);
            buffer.position(buffer.position() + n * Float.BYTES);
            from += n;
          }
          return values;
        });
  }

  @Override
  public double[] getDoubles(String name) {
    return read(
        BinaryStateWriter.DOUBLES,
        name,
        () -> {
          double[] values = new double[begin(name, Double.BYTES)];
          for (int from = 0; from < values.length; ) {
            int n = there(values.length - from, Double.BYTES);
            buffer.asDoubleBuffer().get(values, from, n);
            buffer.position(buffer.position() + n * Double.BYTES);
            from += n;
          }
          return values;
        });
  }

  @Override
  public List<String> getStrings(String name) {
    return read(
        BinaryStateWriter.STRINGS,
        name,
        () -> {
          int n = length(name, 1 + Integer.BYTES);
          List<String> values = new ArrayList<>(n);
          for (int i = 0; i < n; i++) {
            values.add(text(name));
          }
          return values;
        });
  }

  @Override
  public byte[] getBytes(String name) {
    return read(BinaryStateWriter.BYTES, name, () -> bytes(begin(name, 1)));
  }

  private String text(String name) throws IOException {
    boolean utf8 = next(1).get() != 0;
    byte[] bytes = bytes(length(name, 1));
    return utf8
        ? new String(bytes, StandardCharsets.UTF_8)
        : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().toString();
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int from = 0; from < length; ) {
      int n = there(length - from, 1);
      buffer.get(bytes, from, n);
      from += n;
    }
    return bytes;
  }

  private long left() {
    return end - filled + buffer.remaining();
  }

  /** How many of the next values the buffer holds, 1 or more. */
  private int there(int left, int bytesEach) throws IOException {
    return Math.min(left, next(bytesEach).remaining() / bytesEach);
  }

  /** The buffer with some bytes in it. */
  private ByteBuffer next(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      if (left() < bytes) {
        throw new EOFException();
      }
      buffer.compact();
      buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + end - filled));
      int more = buffer.remaining();
      source.read(filled, buffer);
      filled += more;
      buffer.flip();
    }
    return buffer;
  }

  private int begin(String name, int bytesEach) throws IOException {
    int length = length(name, bytesEach);
    int padding = BinaryStateWriter.padding(filled - buffer.remaining(), (long) length * bytesEach);
    if (padding > 0) {
      next(padding).position(buffer.position() + padding);
    }
    return length;
  }

  private int length(String name, int bytesEach) throws IOException {
    int length = next(Integer.BYTES).getInt();
    if (length < 0 || (long) length * bytesEach > left()) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "model file %s is damaged: '%s' claims %d values, %d bytes are left",
              file,
              name,
              length,
              left()));
    }
    return length;
  }

  private <T> T read(byte tag, String name, Body<T> body) {
    try {
      byte foundTag = next(1).get();
      int length = Short.toUnsignedInt(next(Short.BYTES).getShort());
      String foundName = new String(bytes((int) Math.min(length, left())), StandardCharsets.UTF_8);
      if (foundTag != tag || !foundName.equals(name)) {
        throw new ModelFileException(
            String.format(
                Locale.ROOT,
                "model file %s: found %s '%s', expected %s '%s'; it was written by another version or another strategy",
                file,
                type(foundTag),
                foundName,
                type(tag),
                name));
      }
      return body.read();
    } catch (IOException e) {
      throw new ModelFileException(
          "model file " + file + " ends early or is unreadable at '" + name + "'", e);
    }
  }

  private static String type(byte tag) {
    return tag > 0 && tag < TYPES.length ? TYPES[tag] : "an unknown type";
  }

  @FunctionalInterface
  private interface Body<T> {
    T read() throws IOException;
  }
}
