package io.artrec.live;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a journal for one opener among all processes, by a lock on a file of its own beside the
 * journal.
 *
 * <p>On POSIX systems a process loses its lock on a file as soon as it closes any descriptor of
 * that file. So the locked file is none that anybody reads, writes or renames, and in one process
 * it is never opened twice: {@link #HELD} refuses that before.
 */
final class JournalLock implements AutoCloseable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** Locked by another copy of this class in the process; closing them would drop its lock. */
  private static final Set<FileChannel> NEVER_CLOSED = ConcurrentHashMap.newKeySet();

  private final Path journal;
  private final FileChannel channel;

  private JournalLock(Path journal, FileChannel channel) {
    this.journal = journal;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param journal the real path of the journal
   * @throws JournalException when it is held
   */
  static JournalLock take(Path journal) throws IOException {
    if (!HELD.add(journal)) {
      throw refused(journal);
    }
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel =
          FileChannel.open(
              journal.resolveSibling(journal.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      taken = channel.tryLock() != null;
      if (!taken) {
        throw refused(journal);
      }
      return new JournalLock(journal, channel);
    } catch (OverlappingFileLockException e) {
      NEVER_CLOSED.add(channel);
      channel = null;
      throw refused(journal);
    } finally {
      if (!taken) {
        HELD.remove(journal);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  private static JournalException refused(Path journal) {
    return new JournalException(
        "journal " + journal + " is open elsewhere; close that recommender or use another file",
        null);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(journal);
    }
  }
}
