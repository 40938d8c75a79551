package io.artrec.live;

import io.artrec.behavior.Interaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of recorded events, one line each: a CRC-32C, that of the line before, and the event with
 * its sequence number as JSON. Events are on the disk (written and synced) when {@link #append}
 * returns; callers that append at the same time share one sync. Thread-safe. An interrupted thread
 * still appends.
 *
 * <p>One journal is open once: a second opening, in this process or another, is refused. What says
 * so is a lock on a file beside it, named {@code <journal>.lock}, which stays when the journal is
 * closed and may be deleted when no process uses the journal. File systems without locks, as some
 * network mounts, do not protect it.
 *
 * <p>A crash while writing leaves at most an unfinished end, of events that were never
 * acknowledged; opening the journal removes it and logs how much. Damage anywhere else, as lines
 * changed, removed or moved, is refused with the line's number; {@link #salvage} keeps what is
 * whole. That whole lines are missing at the very end cannot be noticed. Opening and replaying read
 * the file as a stream, in memory that does not grow with it.
 */
public final class Journal implements AutoCloseable {
  /**
   * A recorded event.
   *
   * @param sequence 1 for the first event a journal ever took, rising
   * @param event the event
   */
  public record Entry(long sequence, Interaction event) {}

  /**
   * Events of one caller on their way to the disk. Guarded by the journal but for {@code events}.
   */
  private static final class Batch {
    private final List<Interaction> events;
    private boolean done;
    private long last;
    private @Nullable JournalException failure;

    Batch(List<Interaction> events) {
      this.events = events;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  private final Path file;
  private final JournalLock lock;
  private final String id;
  private final Object queue = new Object();
  private List<Batch> waiting = new ArrayList<>();

  /** Whether some caller writes, for all who wait. */
  private boolean writing;

  private RandomAccessFile data;
  private long sequence;
  private String crc;

  /** Where the last acknowledged event ends. */
  private long end;

  /** Whether something unacknowledged may follow it. */
  private boolean torn;

  private boolean closed;

  private Journal(Path file, JournalLock lock, RandomAccessFile data, JournalScan scan) {
    this.file = file;
    this.lock = lock;
    this.data = data;
    id = scan.id();
    sequence = scan.sequence();
    crc = scan.crc();
    end = scan.end();
  }

  /**
   * Opens a journal, creating it when it is not there. A symbolic link is followed, and stays.
   *
   * @param file the file; its folder must exist
   * @return the open journal
   * @throws JournalException when it cannot be opened, it is open already, or it is damaged
   */
  public static Journal open(Path file) {
    JournalLock lock = null;
    RandomAccessFile data = null;
    try {
      Path real = real(file);
      lock = JournalLock.take(real);
      Files.deleteIfExists(beside(real));
      if (!Files.exists(real)) {
        create(real);
      }
      data = new RandomAccessFile(real.toFile(), "rw");
      JournalScan scan = JournalScan.of(real, data, entry -> {});
      if (scan.id().isEmpty()) {
        data.close();
        create(real);
        data = new RandomAccessFile(real.toFile(), "rw");
        scan = JournalScan.of(real, data, entry -> {});
      }
      mend(real, data, scan);
      return new Journal(real, lock, data, scan);
    } catch (IOException e) {
      closeQuietly(data);
      closeQuietly(lock);
      throw new JournalException("cannot open journal " + file + ": " + why(file, e), e);
    } catch (JournalException e) {
      closeQuietly(data);
      closeQuietly(lock);
      throw e;
    }
  }

  private static Path real(Path file) throws IOException {
    if (Files.exists(file)) {
      if (Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      return file.toRealPath();
    }
    Path absolute = file.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IOException("its folder does not exist; create it first");
    }
    return parent.toRealPath().resolve(absolute.getFileName());
  }

  private static String why(Path file, IOException e) {
    boolean own = e.getClass() == IOException.class && e.getMessage() != null;
    return own ? String.valueOf(e.getMessage()) : e + " (" + file + ")";
  }

  /** Makes an empty journal, so that the file is never there without a whole header. */
  private static void create(Path file) throws IOException {
    Path beside = beside(file);
    try (RandomAccessFile fresh = new RandomAccessFile(beside.toFile(), "rw")) {
      fresh.write(
          JournalLines.line(
              JournalLines.START, JournalLines.header(UUID.randomUUID().toString(), 0)));
      fresh.getFD().sync();
    }
    rename(beside, file);
  }

  /** Makes the file end with the last whole line. */
  private static void mend(Path file, RandomAccessFile data, JournalScan scan) throws IOException {
    if (scan.endMissing()) {
      data.seek(scan.end() - 1);
      data.write('\n');
    }
    if (data.length() > scan.end()) {
      LOG.warn(
          "journal {}: removing {} bytes of an unfinished end", file, data.length() - scan.end());
      data.setLength(scan.end());
    }
    data.getFD().sync();
  }

  /**
   * Copies the whole lines of a damaged journal into a new one, of another id; each sequence number
   * is kept once, in rising order.
   *
   * @param damaged the file; stays as it is; must not be open
   * @param into the new file; must not be there
   * @return how many events were kept
   * @throws JournalException when {@code damaged} cannot be read, {@code into} is there already or
   *     cannot be written
   */
  public static int salvage(Path damaged, Path into) {
    if (Files.exists(into)) {
      throw new JournalException("cannot salvage into " + into + ": it is there already", null);
    }
    int[] kept = {0};
    try (RandomAccessFile in = new RandomAccessFile(damaged.toFile(), "r");
        Journal journal = open(into)) {
      JournalScan.lines(
          in,
          (offset, bytes, length, ended) -> {
            JournalLines.Line line = JournalLines.parse(bytes, length).orElse(null);
            if (line != null && line.json().has("n")) {
              Entry entry = JournalLines.entry(line.json());
              if (entry.sequence() > journal.lastSequence()) {
                journal.copy(entry);
                kept[0]++;
              }
            }
          });
      journal.sync();
      return kept[0];
    } catch (IOException e) {
      throw new JournalException("cannot salvage journal " + damaged + ": " + e, e);
    }
  }

  private synchronized void copy(Entry entry) throws IOException {
    byte[] line = JournalLines.line(crc, JournalLines.json(entry));
    data.seek(end);
    data.write(line);
    end += line.length;
    crc = JournalLines.crc(line);
    sequence = entry.sequence();
  }

  private synchronized void sync() throws IOException {
    data.getFD().sync();
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
   * Hands over events in order, one by one; appending waits meanwhile.
   *
   * @param after hands over those with a higher sequence number; 0 for all
   * @param consumer receives them
   * @throws JournalException when the file cannot be read, or is damaged
   */
  public synchronized void replay(long after, Consumer<Entry> consumer) {
    try {
      prepare();
      JournalScan.of(
          file,
          data,
          entry -> {
            if (entry.sequence() > after) {
              consumer.accept(entry);
            }
          });
    } catch (IOException e) {
      throw new JournalException("cannot replay journal " + file + ": " + e, e);
    }
  }

  /**
   * Appends an event and waits until it is on the disk.
   *
   * @param event the event
   * @return its sequence number
   * @throws JournalException when it cannot be written; it is then not in the journal
   */
  public long append(Interaction event) {
    return append(List.of(event));
  }

  /**
   * Appends events, all or none, and waits until they are on the disk. Those of callers that wait
   * at the same time are written and synced together.
   *
   * @param events the events in order
   * @return the sequence number of the last of them, or {@link #lastSequence} when there are none
   * @throws JournalException when they cannot be written; none of them is then in the journal
   * @throws IllegalArgumentException when a text of theirs is no valid Unicode
   */
  public long append(List<Interaction> events) {
    events.forEach(Interaction::requireValidText);
    Batch mine = new Batch(List.copyOf(events));
    if (fallsToThisCaller(mine)) {
      writeWaiting();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    return mine.last;
  }

  /** Waits until another caller has written a batch, or nobody is writing. */
  private boolean fallsToThisCaller(Batch batch) {
    boolean interrupted = false;
    boolean writes;
    synchronized (queue) {
      waiting.add(batch);
      while (writing && !batch.done) {
        try {
          queue.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      writes = !batch.done;
      if (writes) {
        writing = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return writes;
  }

  private void writeWaiting() {
    List<Batch> group = List.of();
    try {
      synchronized (this) {
        synchronized (queue) {
          group = waiting;
          waiting = new ArrayList<>();
        }
        write(group);
      }
    } finally {
      synchronized (queue) {
        group.forEach(batch -> batch.done = true);
        writing = false;
        queue.notifyAll();
      }
    }
  }

  private void write(List<Batch> group) {
    try {
      prepare();
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      long number = sequence;
      String previous = crc;
      for (Batch batch : group) {
        for (Interaction event : batch.events) {
          byte[] line = JournalLines.line(previous, JournalLines.json(new Entry(++number, event)));
          if (line.length > JournalScan.LONGEST_LINE) {
            throw new JournalException(
                "an event of " + line.length + " bytes is too long for a journal", null);
          }
          lines.writeBytes(line);
          previous = JournalLines.crc(line);
        }
        batch.last = number;
      }
      if (lines.size() > 0) {
        data.seek(end);
        data.write(lines.toByteArray());
        data.getFD().sync();
      }
      end += lines.size();
      sequence = number;
      crc = previous;
    } catch (IOException e) {
      torn = true;
      fail(
          group,
          new JournalException(
              "cannot write to journal " + file + ", the event was not recorded: " + e, e));
    } catch (JournalException e) {
      fail(group, e);
    } catch (RuntimeException | Error e) {
      torn = true;
      fail(group, new JournalException("the event was not recorded in journal " + file, e));
    }
  }

  private static void fail(List<Batch> group, JournalException failure) {
    for (Batch batch : group) {
      batch.failure = new JournalException(String.valueOf(failure.getMessage()), failure);
    }
  }

  /** Removes what a full disk left of events that were not acknowledged. */
  private void prepare() throws IOException {
    if (closed) {
      throw new JournalException("journal " + file + " is closed", null);
    }
    if (torn) {
      data.setLength(end);
      torn = false;
    }
  }

  /**
   * Removes a visitor's events from the file: it is rewritten beside without them, synced and
   * renamed. Appending waits meanwhile.
   *
   * @param user the visitor's id
   * @return how many events were removed
   * @throws JournalException when the file cannot be rewritten; it is then as before
   */
  public synchronized int forget(String user) {
    try {
      prepare();
      int[] removed = {0};
      JournalScan.of(file, data, entry -> removed[0] += entry.event().user().equals(user) ? 1 : 0);
      if (removed[0] > 0) {
        rewriteWithout(user);
      }
      return removed[0];
    } catch (IOException e) {
      throw new JournalException("cannot forget a visitor in journal " + file + ": " + e, e);
    }
  }

  private void rewriteWithout(String user) throws IOException {
    Path beside = beside(file);
    RandomAccessFile fresh = new RandomAccessFile(beside.toFile(), "rw");
    try {
      Rewriting rewriting = new Rewriting(fresh);
      rewriting.add(JournalLines.header(id, sequence));
      JournalScan.of(
          file,
          data,
          entry -> {
            if (!entry.event().user().equals(user)) {
              rewriting.add(JournalLines.json(entry));
            }
          });
      rewriting.finish();
      rename(beside, file);
      RandomAccessFile old = data;
      data = fresh;
      end = fresh.length();
      crc = rewriting.crc;
      closeQuietly(old);
    } catch (IOException | RuntimeException e) {
      closeQuietly(fresh);
      Files.deleteIfExists(beside);
      throw e;
    }
  }

  /** Writes lines to a fresh file, in pieces; what fails is told at the end. */
  private static final class Rewriting {
    private static final int PIECE = 1 << 16;

    private final RandomAccessFile out;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private String crc = JournalLines.START;
    private @Nullable IOException failure;

    Rewriting(RandomAccessFile out) {
      this.out = out;
    }

    void add(String json) {
      byte[] line = JournalLines.line(crc, json);
      crc = JournalLines.crc(line);
      lines.writeBytes(line);
      if (lines.size() >= PIECE) {
        flush();
      }
    }

    private void flush() {
      try {
        if (failure == null) {
          out.write(lines.toByteArray());
        }
      } catch (IOException e) {
        failure = e;
      }
      lines.reset();
    }

    void finish() throws IOException {
      flush();
      if (failure != null) {
        throw failure;
      }
      out.getFD().sync();
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      data.getFD().sync();
      data.close();
    } catch (IOException e) {
      throw new JournalException("cannot close journal " + file + ": " + e, e);
    } finally {
      closeQuietly(lock);
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /** Moves a file to its place for good: the folder is synced, too. */
  private static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path folder = to.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException e) {
        LOG.debug("this system cannot sync a folder", e);
      }
    }
  }

  private static void closeQuietly(@Nullable AutoCloseable resource) {
    if (resource != null) {
      try {
        resource.close();
      } catch (Exception e) {
        LOG.debug("closing after a failure", e);
      }
    }
  }
}
