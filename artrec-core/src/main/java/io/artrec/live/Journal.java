package io.artrec.live;

import io.artrec.behavior.Interaction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of recorded events, one line each: a CRC-32C, a sequence number and the event as JSON. An
 * event is on the disk (written and synced) when {@link #append} returns. Thread-safe; one process
 * at a time may have a journal open, a second is refused.
 *
 * <p>A crash while writing leaves at most one unfinished line at the end, of an event that was
 * never acknowledged; opening the journal removes it. Damage anywhere else is refused with the
 * line's number.
 */
public final class Journal implements AutoCloseable {
  /**
   * A recorded event.
   *
   * @param sequence 1 for the first event a journal ever took, rising
   * @param event the event
   */
  public record Entry(long sequence, Interaction event) {}

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  private final Path file;
  private final String id;
  private FileChannel channel;
  private FileLock lock;
  private List<Entry> opened;
  private long sequence;

  /** Where the last acknowledged event ends. */
  private long end;

  /** Whether something unacknowledged may follow it. */
  private boolean torn;

  private boolean closed;

  private Journal(Path file, String id, FileChannel channel, FileLock lock, List<Entry> opened) {
    this.file = file;
    this.id = id;
    this.channel = channel;
    this.lock = lock;
    this.opened = opened;
    sequence = opened.isEmpty() ? 0 : opened.get(opened.size() - 1).sequence();
  }

  /**
   * Opens a journal, creating it when it is not there.
   *
   * @param file the file; its folder must exist
   * @return the open journal
   * @throws JournalException when it cannot be opened, another process has it open, or it is
   *     damaged
   */
  public static Journal open(Path file) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = lock(file, channel);
      if (channel.size() == 0) {
        writeFully(channel, JournalLines.header(UUID.randomUUID().toString(), 0));
        channel.force(true);
        channel.position(0);
      }
      JournalLines.Content content = JournalLines.parse(file, Files.readAllBytes(file));
      if (content.validBytes() < channel.size()) {
        LOG.warn(
            "journal {}: removing {} bytes of an unfinished last line",
            file,
            channel.size() - content.validBytes());
        channel.truncate(content.validBytes());
        channel.force(true);
      }
      channel.position(content.validBytes());
      Journal journal = new Journal(file, content.id(), channel, lock, content.entries());
      journal.end = content.validBytes();
      journal.sequence = Math.max(journal.sequence, content.lastSequence());
      return journal;
    } catch (IOException e) {
      closeQuietly(channel);
      throw new JournalException("cannot open journal " + file + ": " + why(file, e), e);
    } catch (JournalException e) {
      closeQuietly(channel);
      throw e;
    }
  }

  private static String why(Path file, IOException e) {
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    return e instanceof NoSuchFileException
        ? "its folder does not exist; create it first"
        : e.toString();
  }

  /**
   * Returns the identity of this journal, made when it was created; model files remember which
   * events of it they hold.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Returns the sequence number of the last event.
   *
   * @return 0 when there is none yet
   */
  public synchronized long lastSequence() {
    return sequence;
  }

  /**
   * Hands over the events that were there when the journal was opened; a second call returns none.
   *
   * @return the events in order
   */
  public synchronized List<Entry> takeOpened() {
    List<Entry> taken = opened;
    opened = List.of();
    return taken;
  }

  /**
   * Appends an event and waits until it is on the disk.
   *
   * @param event the event
   * @throws JournalException when it cannot be written; it is then not in the journal
   */
  public synchronized void append(Interaction event) {
    try {
      prepare();
      writeFully(channel, JournalLines.line(new Entry(sequence + 1, event)));
      channel.force(false);
      end = channel.position();
      sequence++;
    } catch (IOException e) {
      torn = true;
      throw new JournalException(
          "cannot write to journal " + file + ", the event was not recorded: " + e, e);
    }
  }

  /**
   * Makes the file end with the last acknowledged event. An interrupted thread closes the channel
   * it writes to, and a full disk leaves half a line; both are put right before anything else is
   * written.
   */
  private void prepare() throws IOException {
    if (closed) {
      throw new JournalException("journal " + file + " is closed", null);
    }
    if (!channel.isOpen()) {
      channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock = lock(file, channel);
      torn = true;
    }
    if (torn) {
      channel.truncate(end);
      channel.position(end);
      torn = false;
    }
  }

  /**
   * Removes a visitor's events from the file: it is rewritten beside without them, synced and
   * renamed.
   *
   * @param user the visitor's id
   * @return how many events were removed
   * @throws JournalException when the file cannot be rewritten; it is then as before
   */
  public synchronized int forget(String user) {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      prepare();
      JournalLines.Content content = JournalLines.parse(file, Files.readAllBytes(file));
      List<Entry> kept = new ArrayList<>(content.entries());
      kept.removeIf(entry -> entry.event().user().equals(user));
      int removed = content.entries().size() - kept.size();
      if (removed > 0) {
        replaceBy(beside, kept);
      }
      return removed;
    } catch (IOException e) {
      throw new JournalException("cannot forget a visitor in journal " + file + ": " + e, e);
    } finally {
      try {
        Files.deleteIfExists(beside);
      } catch (IOException e) {
        LOG.warn("cannot delete {}", beside, e);
      }
    }
  }

  private void replaceBy(Path beside, List<Entry> kept) throws IOException {
    FileChannel fresh =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      FileLock freshLock = lock(beside, fresh);
      writeFully(fresh, JournalLines.header(id, sequence));
      for (Entry entry : kept) {
        writeFully(fresh, JournalLines.line(entry));
      }
      fresh.force(true);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      FileChannel old = channel;
      FileLock oldLock = lock;
      channel = fresh;
      lock = freshLock;
      end = fresh.position();
      torn = false;
      oldLock.release();
      old.close();
    } catch (IOException e) {
      closeQuietly(fresh);
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (channel.isOpen()) {
        channel.force(true);
        channel.close();
      }
    } catch (IOException e) {
      throw new JournalException("cannot close journal " + file + ": " + e, e);
    }
  }

  private static FileLock lock(Path file, FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("journal {} is open in this process", file, e);
    }
    throw new JournalException(
        "journal " + file + " is open elsewhere; close that recommender or use another file", null);
  }

  private static void writeFully(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        LOG.debug("closing after a failure", e);
      }
    }
  }
}
