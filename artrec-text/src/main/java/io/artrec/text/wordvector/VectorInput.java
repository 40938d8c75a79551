package io.artrec.text.wordvector;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file of word vectors, unpacked if it is packed by gzip, never more than a line.
 */
final class VectorInput implements AutoCloseable {
  private static final int BUFFER = 1 << 18;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final Path file;
  private final BufferedInputStream in;
  private final boolean packed;
  private final long size;
  private long position;

  private VectorInput(Path file, BufferedInputStream in, boolean packed, long size) {
    this.file = file;
    this.in = in;
    this.packed = packed;
    this.size = size;
  }

  static VectorInput open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      String why = Files.isDirectory(file) ? "it is a folder" : "no such file";
      throw new WordVectorException("cannot read word vectors " + file + ": " + why);
    }
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    raw.mark(2);
    boolean packed = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
    raw.reset();
    BufferedInputStream in =
        packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
    return new VectorInput(file, in, packed, Files.size(file));
  }

  Path file() {
    return file;
  }

  /** How many bytes there can be from here on; of a packed file nobody knows. */
  long left() {
    return packed ? Long.MAX_VALUE : size - position;
  }

  /** Bytes read so far, of how many; of a packed file -1. */
  long position() {
    return position;
  }

  long total() {
    return packed ? -1 : size;
  }

  /** The next bytes, at most so many, without going past them. */
  byte[] peek(int most) throws IOException {
    in.mark(most + 1);
    byte[] bytes = in.readNBytes(most);
    in.reset();
    return bytes;
  }

  int read() throws IOException {
    int value = in.read();
    position += value >= 0 ? 1 : 0;
    return value;
  }

  /**
   * Reads to the next separator, which is read too and not given.
   *
   * @return false at the end of the file when there is nothing before it
   */
  boolean readUntil(int separator, ByteArrayOutputStream into, int most) throws IOException {
    into.reset();
    int value = read();
    if (value < 0) {
      return false;
    }
    while (value >= 0 && value != separator) {
      if (into.size() >= most) {
        throw new WordVectorException(
            "cannot read word vectors "
                + file
                + ": no end of a line or word in "
                + most
                + " bytes before byte "
                + position
                + "; it is not a file of word vectors, or of another format");
      }
      into.write(value);
      value = read();
    }
    return true;
  }

  static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Numbers of four bytes, the lowest first. */
  void floats(float[] values, byte[] buffer) throws IOException {
    int bytes = values.length * Float.BYTES;
    if (in.readNBytes(buffer, 0, bytes) < bytes) {
      throw new EOFException();
    }
    position += bytes;
    ByteBuffer.wrap(buffer, 0, bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
  }

  private ByteBuffer bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    position += count;
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int readInt() throws IOException {
    return bytes(Integer.BYTES).getInt();
  }

  long readLong() throws IOException {
    return bytes(Long.BYTES).getLong();
  }

  boolean readBoolean() throws IOException {
    return bytes(1).get() != 0;
  }

  void skip(long count) throws IOException {
    in.skipNBytes(count);
    position += count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
