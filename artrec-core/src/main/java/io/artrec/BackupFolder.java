package io.artrec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that is written beside its destination, synced, and renamed once it is whole.
 * Thread-safe.
 */
final class BackupFolder {
  private static final Logger LOG = LoggerFactory.getLogger(BackupFolder.class);

  /** What this process is writing. */
  private static final Set<Path> WRITING = ConcurrentHashMap.newKeySet();

  private static final int BUFFER = 1 << 18;

  /** Writes the files. */
  @FunctionalInterface
  interface Content {
    void write(Path folder) throws IOException;
  }

  /** Takes bytes that were read. */
  @FunctionalInterface
  interface Sink {
    void take(byte[] bytes, int count) throws IOException;
  }

  private BackupFolder() {}

  /**
   * Writes a folder.
   *
   * @param destination where nothing is yet, in an existing folder
   */
  static void write(Path destination, Content content) throws IOException {
    Path target = destination.toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IOException("its parent folder does not exist; create it first");
    }
    if (!WRITING.add(target)) {
      throw new IOException("it is being written already; wait for that, or use another folder");
    }
    Path part = part(target);
    try {
      if (Files.exists(target)) {
        throw new IOException("it is there already; use a new folder");
      }
      delete(part);
      Files.createDirectory(part);
      content.write(part);
      sync(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      force(parent);
    } finally {
      try {
        delete(part);
      } catch (IOException e) {
        LOG.warn("cannot remove {}; the next backup to that place will", part, e);
      }
      WRITING.remove(target);
    }
  }

  /** Where a folder is written until it is whole. */
  private static Path part(Path target) {
    return target.resolveSibling("." + target.getFileName() + ".part");
  }

  /** Removes what an interrupted writer left beside a destination. */
  static void removeLeftovers(Path destination) throws IOException {
    Path target = destination.toAbsolutePath().normalize();
    if (WRITING.add(target)) {
      try {
        delete(part(target));
      } finally {
        WRITING.remove(target);
      }
    }
  }

  /** All files below a folder; fails where one cannot be looked at. */
  static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(folder)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : all) {
        Files.delete(each);
      }
    }
  }

  /** Brings all that a folder holds to the disk. */
  private static void sync(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.toList();
    }
    for (Path each : all) {
      if (Files.isDirectory(each)) {
        force(each);
      } else {
        try (FileChannel file = FileChannel.open(each, StandardOpenOption.WRITE)) {
          file.force(true);
        }
      }
    }
  }

  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("this system cannot sync a folder", e);
    }
  }

  /** Reads a file from beginning to end. */
  static void copy(Path file, Sink sink) throws IOException {
    byte[] bytes = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        sink.take(bytes, count);
      }
    }
  }

  /** Copies a file to where none is. */
  static void copy(Path from, Path to, Sink alsoTo) throws IOException {
    try (FileChannel out =
        FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      copy(
          from,
          (bytes, count) -> {
            alsoTo.take(bytes, count);
            ByteBuffer left = ByteBuffer.wrap(bytes, 0, count);
            while (left.hasRemaining()) {
              out.write(left);
            }
          });
    }
  }
}
