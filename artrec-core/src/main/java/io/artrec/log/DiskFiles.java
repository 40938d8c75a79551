package io.artrec.log;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The disk. Files are no channels, which an interrupt would close. */
final class DiskFiles implements LogFiles {
  private static final Logger LOG = LoggerFactory.getLogger(DiskFiles.class);

  /** A file of the disk. */
  private static final class DiskFile implements LogFile {
    private final RandomAccessFile file;

    DiskFile(File file, String mode) throws IOException {
      this.file = new RandomAccessFile(file, mode);
    }

    @Override
    public int read(long position, byte[] into, int from, int count) throws IOException {
      file.seek(position);
      return file.read(into, from, count);
    }

    @Override
    public void write(long position, byte[] bytes, int count) throws IOException {
      file.seek(position);
      file.write(bytes, 0, count);
    }

    @Override
    public void truncate(long size) throws IOException {
      file.setLength(size);
    }

    @Override
    public void sync() throws IOException {
      file.getFD().sync();
    }

    @Override
    public long size() throws IOException {
      return file.length();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  @Override
  public LogFile read(Path file) throws IOException {
    return new DiskFile(file.toFile(), "r");
  }

  @Override
  public LogFile write(Path file) throws IOException {
    return new DiskFile(file.toFile(), "rw");
  }

  @Override
  public List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (!forced(folder)) {
        interrupted |= Thread.interrupted();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns false when an interrupt came between. */
  private static boolean forced(Path folder) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      LOG.debug("this system cannot sync a folder", e);
      return true;
    }
    try (channel) {
      channel.force(true);
      return true;
    } catch (ClosedByInterruptException e) {
      return false;
    }
  }
}
