package io.artrec.model;

import io.artrec.encryption.Encryption;
import io.artrec.encryption.EncryptionException;
import io.artrec.encryption.internal.SealedBytes;
import io.artrec.encryption.internal.SealingStream;
import io.artrec.error.ArtrecException;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The container of a model: magic, format version, named and typed values, and a SHA-256 over all
 * of it at the end. Large arrays lie in it as in memory: little-endian, from an address that
 * {@value BinaryStateWriter#ALIGNMENT} divides.
 *
 * <p>A file is written beside its destination, synced and renamed, so the destination holds either
 * the old model or the whole new one. A symbolic link stays and leads to the new one; an existing
 * file keeps its permissions, a new one is its owner's only. What an interrupted write left beside
 * is removed by the next. Reading opens the file once, checks the SHA-256, and only then uses the
 * first value, through the same handle. Thread-safe.
 *
 * <p>With an {@link Encryption} the whole container lies encrypted in a file of format 3: in chunks
 * of 64 KiB, each authenticated with its place and whether it is the last, under a key of the file
 * alone, which a key of the application wraps. All chunks are checked before the first value is
 * used.
 */
public final class ModelFile {
  /** The version of the container this library writes and reads. */
  public static final int FORMAT = 2;

  static final byte[] MAGIC = {(byte) 0x8A, 'A', 'R', 'T', 'R', 'E', 'C', '\n'};
  private static final int DIGEST_BYTES = 32;
  static final int HEADER_BYTES = MAGIC.length + Integer.BYTES;
  private static final int BUFFER = 1 << 18;

  private ModelFile() {}

  /**
   * Writes a model file.
   *
   * @param file the destination; its folder must exist
   * @param content writes the values
   * @throws ModelFileException when the file cannot be written; the destination is then as before
   */
  public static void write(Path file, Consumer<StateWriter> content) {
    write(file, Encryption.none(), content);
  }

  /**
   * Writes a model file, encrypted or not.
   *
   * @param file the destination; its folder must exist
   * @param encryption whether and how
   * @param content writes the values
   * @throws ModelFileException when the file cannot be written; the destination is then as before
   * @throws EncryptionException when there is no key to encrypt with
   */
  public static void write(Path file, Encryption encryption, Consumer<StateWriter> content) {
    try {
      writeTo(target(file), encryption, content);
    } catch (IOException | UncheckedIOException e) {
      throw new ModelFileException("cannot write model file " + file + ": " + e, e);
    }
  }

  private static void writeTo(Path target, Encryption encryption, Consumer<StateWriter> content)
      throws IOException {
    try (PartFile part = PartFile.beside(target)) {
      write(part.stream(), encryption, content);
      part.syncFor(target);
      part.moveTo(target);
    }
  }

  /**
   * Removes what interrupted writers left beside a model file, as the next {@link #write} would;
   * what is being written stays. The file itself needs not be there.
   *
   * @param file the destination they wrote to
   * @throws ModelFileException when something cannot be removed
   */
  public static void removeLeftovers(Path file) {
    try {
      Path target = place(file);
      Path parent = target.getParent();
      if (parent != null && Files.isDirectory(parent)) {
        PartFile.removeStale(target);
      }
    } catch (IOException e) {
      throw new ModelFileException(
          "cannot remove what was left beside model file " + file + ": " + e, e);
    }
  }

  /** Where a file really is or will be, without links. */
  private static Path place(Path file) throws IOException {
    try {
      return file.toRealPath();
    } catch (NoSuchFileException e) {
      Path absolute = file.toAbsolutePath();
      Path parent = absolute.getParent();
      return parent != null && Files.isDirectory(parent)
          ? parent.toRealPath().resolve(absolute.getFileName())
          : absolute;
    }
  }

  private static Path target(Path file) throws IOException {
    Path target = place(file);
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new ModelFileException(
          "cannot write model file " + file + ": its folder does not exist; create it first");
    }
    if (Files.isDirectory(target)) {
      throw new ModelFileException("cannot write model file " + file + ": it is a folder");
    }
    return target;
  }

  /**
   * Writes what a model file holds to a stream, which stays open.
   *
   * @param out receives the bytes, in large pieces
   * @param content writes the values
   * @throws UncheckedIOException when the stream does not take them
   */
  public static void write(OutputStream out, Consumer<StateWriter> content) {
    write(out, Encryption.none(), content);
  }

  /**
   * Writes what a model file holds to a stream, which stays open, encrypted or not.
   *
   * @param out receives the bytes, in large pieces
   * @param encryption whether and how
   * @param content writes the values
   * @throws UncheckedIOException when the stream does not take them
   * @throws EncryptionException when there is no key to encrypt with
   */
  public static void write(OutputStream out, Encryption encryption, Consumer<StateWriter> content) {
    try {
      if (encryption.keys().isEmpty()) {
        writePlain(out, content);
      } else {
        SealingStream sealing = SealedModel.begin(out, encryption.keys().get());
        writePlain(sealing, content);
        sealing.finish();
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writePlain(OutputStream out, Consumer<StateWriter> content)
      throws IOException {
    DigestOutputStream digested = new DigestOutputStream(new Uncloseable(out), sha256());
    BinaryStateWriter writer = new BinaryStateWriter(digested, HEADER_BYTES);
    digested.write(ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(FORMAT).array());
    content.accept(writer);
    writer.flush();
    out.write(digested.getMessageDigest().digest());
  }

  /**
   * Reads a model file.
   *
   * @param <T> what is read
   * @param file the file
   * @param content reads the values in the order in which they were written
   * @return what {@code content} returned
   * @throws ModelFileException when the file is missing, damaged, foreign, of another version, or
   *     holds values that do not fit together
   */
  public static <T> T read(Path file, Function<StateReader, T> content) {
    return read(file, Encryption.none(), content);
  }

  /**
   * Refuses a file that holds something else, by the value {@code kind} that is read first.
   *
   * @param in the state
   * @param file the file, for the message
   * @param kind what is expected, as it was saved
   * @throws ModelFileException when it is another
   */
  public static void requireKind(StateReader in, Path file, String kind) {
    String found = in.getString("kind");
    if (!found.equals(kind)) {
      throw new ModelFileException(
          file + " holds a model of kind '" + found + "', expected '" + kind + "'");
    }
  }

  /**
   * Reads a model file, encrypted or not.
   *
   * @param <T> what is read
   * @param file the file
   * @param encryption gives the keys, and says whether a file that is not encrypted is read
   * @param content reads the values in the order in which they were written
   * @return what {@code content} returned
   * @throws ModelFileException as {@link #read(Path, Function)}, when a key is missing or another
   *     one, and when the file is not encrypted and should be
   */
  public static <T> T read(Path file, Encryption encryption, Function<StateReader, T> content) {
    if (!Files.isRegularFile(file)) {
      String why = Files.isDirectory(file) ? "it is a folder" : "no such file";
      throw new ModelFileException("cannot read model file " + file + ": " + why);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(file.toString(), channel, encryption, content);
    } catch (IOException e) {
      throw new ModelFileException("cannot read model file " + file + ": " + e, e);
    }
  }

  /**
   * Reads what a model file holds from a stream, to its end; the stream stays open. The bytes go
   * through a temporary file, which only its owner can read and which is deleted: nothing is used
   * before the SHA-256 is checked.
   *
   * @param <T> what is read
   * @param in gives the bytes
   * @param content reads the values in the order in which they were written
   * @return what {@code content} returned
   * @throws ModelFileException as {@link #read(Path, Function)}, or when the stream fails
   */
  public static <T> T read(InputStream in, Function<StateReader, T> content) {
    return read(in, Encryption.none(), content);
  }

  /**
   * Reads what a model file holds from a stream, as {@link #read(InputStream, Function)}, encrypted
   * or not; the temporary file holds the bytes as they came.
   *
   * @param <T> what is read
   * @param in gives the bytes
   * @param encryption gives the keys, and says whether what is not encrypted is read
   * @param content reads the values in the order in which they were written
   * @return what {@code content} returned
   * @throws ModelFileException as {@link #read(Path, Encryption, Function)}, or when the stream
   *     fails
   */
  public static <T> T read(
      InputStream in, Encryption encryption, Function<StateReader, T> content) {
    try {
      Path file = Files.createTempFile("artrec", ".model");
      try {
        try (OutputStream out = Files.newOutputStream(file)) {
          in.transferTo(out);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
          return read("(from a stream)", channel, encryption, content);
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new ModelFileException("cannot read a model from a stream: " + e, e);
    }
  }

  private static <T> T read(
      String name, FileChannel channel, Encryption encryption, Function<StateReader, T> content)
      throws IOException {
    BinaryStateReader.Source source = (from, into) -> readFully(channel, from, into);
    long length = channel.size();
    boolean sealed = formatOf(name, source, length) == SealedModel.FORMAT;
    if (sealed) {
      SealedBytes bytes = SealedModel.open(name, channel, encryption);
      source = bytes::read;
      length = bytes.size();
      if (formatOf(name, source, length) != FORMAT) {
        throw new ModelFileException("model file " + name + " is damaged: encrypted twice");
      }
    } else if (!encryption.acceptsPlain()) {
      throw new ModelFileException(
          "model file "
              + name
              + " is not encrypted, expected one that is: whoever can write to its folder could"
              + " have put it there; when it is yours from before, load it with"
              + " encryption.acceptingPlain() and save it again");
    }
    if (length < HEADER_BYTES + DIGEST_BYTES) {
      throw new ModelFileException(
          "model file " + name + " is damaged: only " + length + " bytes long");
    }
    if (!sealed) {
      checkDigest(name, source, length);
    }
    BinaryStateReader reader =
        new BinaryStateReader(name, source, HEADER_BYTES, length - DIGEST_BYTES);
    return apply(name, reader, content);
  }

  static <T> T apply(String name, StateReader reader, Function<StateReader, T> content) {
    try {
      return content.apply(reader);
    } catch (ArtrecException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ModelFileException(
          "model file " + name + " holds values that do not fit together: " + e, e);
    }
  }

  /** Checks magic and format. */
  private static int formatOf(String name, BinaryStateReader.Source source, long length)
      throws IOException {
    byte[] start = new byte[(int) Math.min(length, HEADER_BYTES)];
    source.read(0, ByteBuffer.wrap(start));
    if (start.length == 0) {
      throw new ModelFileException(name + " is not an artrec model file: it is empty");
    }
    byte[] magic = Arrays.copyOf(start, Math.min(start.length, MAGIC.length));
    if (!Arrays.equals(magic, MAGIC)) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "%s is not an artrec model file: it starts with %s, expected %s",
              name,
              HexFormat.of().formatHex(magic),
              HexFormat.of().formatHex(MAGIC)));
    }
    if (length < HEADER_BYTES) {
      throw new ModelFileException(
          "model file " + name + " is damaged: only " + length + " bytes long");
    }
    int version = ByteBuffer.wrap(start).getInt(MAGIC.length);
    if (version != FORMAT && version != SealedModel.FORMAT) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "model file %s has format %d, this version of artrec reads format %d, encrypted %d; %s",
              name,
              version,
              FORMAT,
              SealedModel.FORMAT,
              version < FORMAT
                  ? "build the model again: format 1 was never released"
                  : "load it with the version that saved it, or a later one"));
    }
    return version;
  }

  private static void checkDigest(String name, BinaryStateReader.Source source, long length)
      throws IOException {
    MessageDigest digest = sha256();
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    byte[] bytes = new byte[BUFFER];
    long end = length - DIGEST_BYTES;
    for (long at = 0; at < end; at += buffer.limit()) {
      buffer.clear().limit((int) Math.min(BUFFER, end - at));
      source.read(at, buffer);
      buffer.flip().get(bytes, 0, buffer.limit());
      digest.update(bytes, 0, buffer.limit());
    }
    ByteBuffer stored = ByteBuffer.allocate(DIGEST_BYTES);
    source.read(end, stored);
    if (!MessageDigest.isEqual(stored.array(), digest.digest())) {
      throw new ModelFileException(
          "model file "
              + name
              + " is damaged: its SHA-256 does not match its content; use a copy or save it again");
    }
  }

  static void readFully(FileChannel channel, long from, ByteBuffer into) throws IOException {
    long at = from;
    while (into.hasRemaining()) {
      int read = channel.read(into, at);
      if (read < 0) {
        throw new EOFException("it became shorter while it was read");
      }
      at += read;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static final class Uncloseable extends FilterOutputStream {
    Uncloseable(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
