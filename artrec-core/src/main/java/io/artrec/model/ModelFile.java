package io.artrec.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The container of a model: magic, format version, named and typed values, and a SHA-256 over all
 * of it at the end.
 *
 * <p>A file is written beside its destination, synced and renamed, so the destination holds either
 * the old model or the whole new one. Reading checks the SHA-256 before the first value is used.
 * Thread-safe.
 */
public final class ModelFile {
  /** The version of the container this library writes and reads. */
  public static final int FORMAT = 1;

  private static final byte[] MAGIC = {(byte) 0x8A, 'A', 'R', 'T', 'R', 'E', 'C', '\n'};
  private static final int DIGEST_BYTES = 32;
  private static final int HEADER_BYTES = MAGIC.length + Integer.BYTES;
  private static final int BUFFER = 1 << 16;

  private ModelFile() {}

  /**
   * Writes a model file.
   *
   * @param file the destination; its folder must exist
   * @param content writes the values
   * @throws ModelFileException when the file cannot be written; the destination is then as before
   */
  public static void write(Path file, Consumer<StateWriter> content) {
    Path target = file.toAbsolutePath();
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new ModelFileException(
          "cannot write model file " + file + ": its folder does not exist; create it first");
    }
    if (Files.isDirectory(target)) {
      throw new ModelFileException("cannot write model file " + file + ": it is a folder");
    }
    Path beside = null;
    try {
      beside = Files.createTempFile(parent, "." + target.getFileName(), ".part");
      writeTo(beside, content);
      move(beside, target);
      syncFolder(parent);
    } catch (IOException | UncheckedIOException e) {
      throw new ModelFileException("cannot write model file " + file + ": " + e, e);
    } finally {
      deleteQuietly(beside);
    }
  }

  /**
   * Reads a model file.
   *
   * @param <T> what is read
   * @param file the file
   * @param content reads the values in the order in which they were written
   * @return what {@code content} returned
   * @throws ModelFileException when the file is missing, damaged, foreign or of another version
   */
  public static <T> T read(Path file, Function<StateReader, T> content) {
    if (!Files.isRegularFile(file)) {
      String why = Files.isDirectory(file) ? "it is a folder" : "no such file";
      throw new ModelFileException("cannot read model file " + file + ": " + why);
    }
    try {
      long length = Files.size(file);
      checkHeader(file, length);
      checkDigest(file, length);
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
        in.skipNBytes(HEADER_BYTES);
        BoundedInput bounded = new BoundedInput(in, length - HEADER_BYTES - DIGEST_BYTES);
        return content.apply(
            new BinaryStateReader(file, new DataInputStream(bounded), bounded::left));
      }
    } catch (IOException e) {
      throw new ModelFileException("cannot read model file " + file + ": " + e, e);
    }
  }

  private static void writeTo(Path beside, Consumer<StateWriter> content) throws IOException {
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      OutputStream raw = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      DigestOutputStream digested = new DigestOutputStream(new Uncloseable(raw), sha256());
      DataOutputStream out = new DataOutputStream(new BufferedOutputStream(digested, BUFFER));
      out.write(MAGIC);
      out.writeInt(FORMAT);
      content.accept(new BinaryStateWriter(out));
      out.flush();
      raw.write(digested.getMessageDigest().digest());
      raw.flush();
      channel.force(true);
    }
  }

  private static void checkHeader(Path file, long length) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      byte[] start = in.readNBytes(MAGIC.length);
      if (start.length == 0) {
        throw new ModelFileException(file + " is not an artrec model file: it is empty");
      }
      if (!Arrays.equals(start, MAGIC)) {
        throw new ModelFileException(
            String.format(
                Locale.ROOT,
                "%s is not an artrec model file: it starts with %s, expected %s",
                file,
                HexFormat.of().formatHex(start),
                HexFormat.of().formatHex(MAGIC)));
      }
      if (length < HEADER_BYTES + DIGEST_BYTES) {
        throw new ModelFileException(
            "model file " + file + " is damaged: only " + length + " bytes long");
      }
      int version = in.readInt();
      if (version != FORMAT) {
        throw new ModelFileException(
            String.format(
                Locale.ROOT,
                "model file %s has format %d, this version of artrec reads format %d; save it again with a matching version",
                file,
                version,
                FORMAT));
      }
    }
  }

  private static void checkDigest(Path file, long length) throws IOException {
    MessageDigest digest = sha256();
    byte[] stored;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long left = length - DIGEST_BYTES;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException();
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
      stored = in.readNBytes(DIGEST_BYTES);
    }
    if (!MessageDigest.isEqual(stored, digest.digest())) {
      throw new ModelFileException(
          "model file "
              + file
              + " is damaged: its SHA-256 does not match its content; use a copy or save it again");
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems cannot open a folder; the rename itself is already done there.
    }
  }

  private static void deleteQuietly(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
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

  private static final class BoundedInput extends FilterInputStream {
    private long left;

    BoundedInput(InputStream in, long limit) {
      super(in);
      left = limit;
    }

    long left() {
      return left;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      int value = in.read();
      left -= value >= 0 ? 1 : 0;
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left <= 0) {
        return length == 0 ? 0 : -1;
      }
      int read = in.read(bytes, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
  }
}
