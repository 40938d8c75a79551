package io.artrec.model;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Reads what {@link BinaryStateWriter} wrote, with every length checked against the bytes that are
 * left.
 */
final class BinaryStateReader implements StateReader {
  private static final String[] TYPES = {
    "?", "long", "double", "text", "ints", "longs", "floats", "doubles", "texts"
  };
  private static final int SLICE = 8192;

  private final Path file;
  private final DataInputStream in;
  private final LongSupplier left;
  private final ByteBuffer buffer = ByteBuffer.allocate(SLICE * Long.BYTES);

  BinaryStateReader(Path file, DataInputStream in, LongSupplier left) {
    this.file = file;
    this.in = in;
    this.left = left;
  }

  @Override
  public long getLong(String name) {
    return read(BinaryStateWriter.LONG, name, in::readLong);
  }

  @Override
  public double getDouble(String name) {
    return read(BinaryStateWriter.DOUBLE, name, in::readDouble);
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
          int[] values = new int[length(name, Integer.BYTES)];
          for (int from = 0; from < values.length; from += SLICE) {
            int n = Math.min(SLICE, values.length - from);
            fill(n * Integer.BYTES).asIntBuffer().get(values, from, n);
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
          long[] values = new long[length(name, Long.BYTES)];
          for (int from = 0; from < values.length; from += SLICE) {
            int n = Math.min(SLICE, values.length - from);
            fill(n * Long.BYTES).asLongBuffer().get(values, from, n);
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
          float[] values = new float[length(name, Float.BYTES)];
          for (int from = 0; from < values.length; from += SLICE) {
            int n = Math.min(SLICE, values.length - from);
            fill(n * Float.BYTES).asFloatBuffer().get(values, from, n);
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
          double[] values = new double[length(name, Double.BYTES)];
          for (int from = 0; from < values.length; from += SLICE) {
            int n = Math.min(SLICE, values.length - from);
            fill(n * Double.BYTES).asDoubleBuffer().get(values, from, n);
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

  private String text(String name) throws IOException {
    boolean utf8 = in.readBoolean();
    byte[] bytes = new byte[length(name, 1)];
    in.readFully(bytes);
    return utf8
        ? new String(bytes, StandardCharsets.UTF_8)
        : ByteBuffer.wrap(bytes).asCharBuffer().toString();
  }

  private ByteBuffer fill(int bytes) throws IOException {
    in.readFully(buffer.array(), 0, bytes);
    return buffer.clear();
  }

  private int length(String name, int bytesEach) throws IOException {
    int length = in.readInt();
    if (length < 0 || (long) length * bytesEach > left.getAsLong()) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "model file %s is damaged: '%s' claims %d values, %d bytes are left",
              file,
              name,
              length,
              left.getAsLong()));
    }
    return length;
  }

  private <T> T read(byte tag, String name, Body<T> body) {
    try {
      byte foundTag = in.readByte();
      String foundName = in.readUTF();
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
