package io.artrec.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is being written beside its destination. It is locked while it is, so that another
 * writer, of this process or another, can tell it from one that was left behind.
 */
final class PartFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PartFile.class);

  /**
   * Those of this process. They are not even opened to be looked at: closing any descriptor of a
   * file drops the process's POSIX locks on it.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private boolean moved;

  private PartFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Creates a part, which only its owner can read, and removes those that interrupted writers left.
   *
   * @param target the destination, in an existing folder
   */
  static PartFile beside(Path target) throws IOException {
    removeStale(target);
    PartFile part = create(target);
    boolean ready = false;
    try {
      part.lock();
      ready = true;
      return part;
    } finally {
      if (!ready) {
        part.close();
      }
    }
  }

  private static PartFile create(Path target) throws IOException {
    Path file = Files.createTempFile(target.getParent(), prefix(target), ".part");
    OURS.add(file);
    try {
      return new PartFile(file, FileChannel.open(file, StandardOpenOption.WRITE));
    } catch (IOException e) {
      OURS.remove(file);
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void lock() throws IOException {
    if (channel.tryLock() == null) {
      LOG.debug("{} cannot be locked here", file);
    }
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".";
  }

  private static void copyPermissions(Path target, Path file) throws IOException {
    if (Files.exists(target)) {
      try {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
        Files.setPosixFilePermissions(file, permissions);
      } catch (UnsupportedOperationException e) {
        LOG.debug("no permissions to keep on this file system", e);
      }
    }
  }

  /** Removes those that interrupted writers of a destination left beside it. */
  static void removeStale(Path target) throws IOException {
    String prefix = prefix(target);
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(
            target.getParent(),
            path -> {
              String name = path.getFileName().toString();
              return name.startsWith(prefix)
                  && name.endsWith(".part")
                  && name.substring(prefix.length(), name.length() - 5).matches("[0-9]+");
            })) {
      for (Path part : parts) {
        if (!OURS.contains(part) && isLeftBehind(part)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static boolean isLeftBehind(Path part) {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (IOException | OverlappingFileLockException e) {
      LOG.debug("{} is being written or cannot be opened", part, e);
      return false;
    }
  }

  /** Writes to this file; closed with it. */
  OutputStream stream() {
    return Channels.newOutputStream(channel);
  }

  /**
   * Makes what was written durable, with the permissions of the destination when it is there. They
   * come last: a part that nobody may write to could not be told from one that is being written.
   */
  void syncFor(Path target) throws IOException {
    copyPermissions(target, file);
    channel.force(true);
  }

  /** Makes this file the destination, for good: the folder is synced, too. */
  void moveTo(Path target) throws IOException {
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
    moved = true;
    try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      LOG.debug("this system cannot sync a folder", e);
    }
  }

  @Override
  public void close() {
    try {
      try {
        channel.close();
      } finally {
        if (!moved) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("cannot remove {}; the next writer will", file, e);
    } finally {
      OURS.remove(file);
    }
  }
}
