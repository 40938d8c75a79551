package io.artrec.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a log for one opener among all processes, by a lock on a file of its own in the log's
 * folder.
 *
 * <p>On POSIX systems a process loses its lock on a file as soon as it closes any descriptor of
 * that file. So the locked file is none that anybody reads, writes or renames, and in one process
 * it is never opened twice: {@link #HELD} refuses that before.
 */
final class LogLock implements AutoCloseable {
  /** The locked file's name in the log's folder. */
  static final String NAME = "lock";

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** Locked by another copy of this class in the process; closing them would drop its lock. */
  private static final Set<FileChannel> NEVER_CLOSED = ConcurrentHashMap.newKeySet();

  private final Path log;
  private final FileChannel channel;

  private LogLock(Path log, FileChannel channel) {
    this.log = log;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param log the real path of the log's folder
   * @throws LogException when it is held
   */
  static LogLock take(Path log) throws IOException {
    return take(log, log.resolve(NAME), "log");
  }

  /**
   * Takes the lock of a file that is replaced, by another file beside it.
   *
   * @param file its absolute path
   * @param what what it is, for messages
   * @throws LogException when it is held
   */
  static LogLock beside(Path file, String what) throws IOException {
    return take(file, file.resolveSibling(file.getFileName() + "." + NAME), what);
  }

  private static LogLock take(Path log, Path file, String what) throws IOException {
    if (!HELD.add(log)) {
      throw refused(log, what);
    }
    FileChannel channel = null;
    boolean taken = false;
    boolean interrupted = Thread.interrupted();
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      taken = channel.tryLock() != null;
      if (!taken) {
        throw refused(log, what);
      }
      return new LogLock(log, channel);
    } catch (OverlappingFileLockException e) {
      NEVER_CLOSED.add(channel);
      channel = null;
      throw refused(log, what);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (!taken) {
        HELD.remove(log);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  private static LogException refused(Path log, String what) {
    return new LogException(
        what
            + " "
            + log
            + " is open elsewhere; close that recommender or use another "
            + (what.equals("log") ? "folder" : "copy"),
        null);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(log);
    }
  }
}
