package io.artrec.log;

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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log in a file, one line for each change: a CRC-32C, that of the line before, and the change
 * with its number as JSON. Changes are on the disk (written and synced) when {@link #append}
 * returns; callers that append at the same time share one sync. Thread-safe. An interrupted thread
 * still appends.
 *
 * <p>One log is open once: a second opening, in this process or another, is refused. What says so
 * is a lock on a file beside it, named {@code <log>.lock}, which stays when the log is closed and
 * may be deleted when no process uses the log. File systems without locks, as some network mounts,
 * do not protect it.
 *
 * <p>A crash while writing leaves at most an unfinished end, of changes that were never
 * acknowledged; opening the log removes it and logs how much. Damage anywhere else, as lines
 * changed, removed or moved, is refused with the line's number; {@link #salvage} keeps what is
 * whole. That whole lines are missing at the very end cannot be noticed. Opening and replaying read
 * the file as a stream, in memory that does not grow with it.
 */
public final class FileLog implements ChangeLog {
  /** Changes of one caller on their way to the disk; what became of them is told by the queue. */
  private static final class Batch {
    private final List<Change> changes;
    private boolean done;
    private long last;
    private @Nullable LogException failure;

    Batch(List<Change> changes) {
      this.changes = changes;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(FileLog.class);

  private final Path file;
  private final LogLock lock;
  private final String id;
  private final Object queue = new Object();
  private List<Batch> waiting = new ArrayList<>();

  /** Whether some caller writes, for all who wait. */
  private boolean writing;

  private RandomAccessFile data;
  private long sequence;
  private String crc;
  private long compacted;

  /** Where the last acknowledged change ends. */
  private long end;

  /** Whether something unacknowledged may follow it. */
  private boolean torn;

  private boolean closed;

  private FileLog(Path file, LogLock lock, RandomAccessFile data, LogScan scan) {
    this.file = file;
    this.lock = lock;
    this.data = data;
    id = scan.id();
    sequence = scan.sequence();
    crc = scan.crc();
    compacted = scan.compacted();
    end = scan.end();
  }

  /**
   * Opens a log, creating it when it is not there. A symbolic link is followed, and stays.
   *
   * @param file the file; its folder must exist
   * @return the open log
   * @throws LogException when it cannot be opened, it is open already, or it is damaged
   */
  public static FileLog open(Path file) {
    LogLock lock = null;
    RandomAccessFile data = null;
    try {
      Path real = real(file);
      lock = LogLock.take(real);
      Files.deleteIfExists(beside(real));
      if (!Files.exists(real)) {
        create(real);
      }
      data = new RandomAccessFile(real.toFile(), "rw");
      LogScan scan = LogScan.of(real, data, entry -> {});
      if (scan.id().isEmpty()) {
        data.close();
        create(real);
        data = new RandomAccessFile(real.toFile(), "rw");
        scan = LogScan.of(real, data, entry -> {});
      }
      mend(real, data, scan);
      FileLog log = new FileLog(real, lock, data, scan);
      log.finishErasures();
      return log;
    } catch (IOException e) {
      closeQuietly(data);
      closeQuietly(lock);
      throw new LogException("cannot open log " + file + ": " + why(file, e), e);
    } catch (LogException e) {
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

  /** Makes an empty log, so that the file is never there without a whole header. */
  private static void create(Path file) throws IOException {
    Path beside = beside(file);
    try (RandomAccessFile fresh = new RandomAccessFile(beside.toFile(), "rw")) {
      fresh.write(
          LogLines.line(LogLines.START, LogLines.header(UUID.randomUUID().toString(), 0, 0)));
      fresh.getFD().sync();
    }
    rename(beside, file);
  }

  /** Makes the file end with the last whole line. */
  private static void mend(Path file, RandomAccessFile data, LogScan scan) throws IOException {
    if (scan.endMissing()) {
      data.seek(scan.end() - 1);
      data.write('\n');
    }
    if (data.length() > scan.end()) {
      LOG.warn("log {}: removing {} bytes of an unfinished end", file, data.length() - scan.end());
      data.setLength(scan.end());
    }
    data.getFD().sync();
  }

  /**
   * Copies the whole lines of a damaged log into a new one, of another id; each sequence number is
   * kept once, in rising order.
   *
   * @param damaged the file; stays as it is; must not be open
   * @param into the new file; must not be there
   * @return how many changes were kept
   * @throws LogException when {@code damaged} cannot be read, {@code into} is there already or
   *     cannot be written
   */
  public static int salvage(Path damaged, Path into) {
    if (Files.exists(into)) {
      throw new LogException("cannot salvage into " + into + ": it is there already", null);
    }
    int[] kept = {0};
    try (RandomAccessFile in = new RandomAccessFile(damaged.toFile(), "r");
        FileLog log = open(into)) {
      LogScan.lines(
          in,
          (offset, bytes, length, ended) -> {
            LogLines.Line line = LogLines.parse(bytes, length).orElse(null);
            if (line != null && line.json().has("n")) {
              Entry entry = LogLines.entry(line.json());
              if (entry.number() > log.lastNumber()) {
                log.copy(entry);
                kept[0]++;
              }
            }
          });
      log.sync();
      return kept[0];
    } catch (IOException e) {
      throw new LogException("cannot salvage log " + damaged + ": " + e, e);
    }
  }

  private synchronized void copy(Entry entry) throws IOException {
    byte[] line = LogLines.line(crc, LogLines.json(entry));
    data.seek(end);
    data.write(line);
    end += line.length;
    crc = LogLines.crc(line);
    sequence = entry.number();
  }

  private synchronized void sync() throws IOException {
    data.getFD().sync();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public synchronized long lastNumber() {
    return sequence;
  }

  /** {@inheritDoc} Appending waits meanwhile. */
  @Override
  public synchronized void replay(long after, Consumer<Entry> consumer) {
    if (after < compacted) {
      throw LogException.compacted(after, compacted);
    }
    all(
        entry -> {
          if (entry.number() > after) {
            consumer.accept(entry);
          }
        });
  }

  private synchronized void all(Consumer<Entry> consumer) {
    try {
      prepare();
      LogScan.of(file, data, consumer);
    } catch (IOException e) {
      throw new LogException("cannot read log " + file + ": " + e, e);
    }
  }

  /**
   * {@inheritDoc} They are then on the disk. Those of callers that wait at the same time are
   * written and synced together.
   */
  @Override
  public long append(List<Change> changes) {
    Batch mine = new Batch(List.copyOf(changes));
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
        for (Change change : batch.changes) {
          byte[] line = LogLines.line(previous, LogLines.json(new Entry(++number, change)));
          if (line.length > LogScan.LONGEST_LINE) {
            throw new LogException(
                "a change of " + line.length + " bytes is too long for a log", null);
          }
          lines.writeBytes(line);
          previous = LogLines.crc(line);
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
          new LogException("cannot write to log " + file + ", nothing was recorded: " + e, e));
    } catch (LogException e) {
      fail(group, e);
    } catch (RuntimeException | Error e) {
      torn = true;
      fail(group, new LogException("nothing was recorded in log " + file, e));
    }
  }

  private static void fail(List<Batch> group, LogException failure) {
    for (Batch batch : group) {
      batch.failure = new LogException(String.valueOf(failure.getMessage()), failure);
    }
  }

  /** Removes what a full disk left of changes that were not acknowledged. */
  private void prepare() throws IOException {
    if (closed) {
      throw new LogException("log " + file + " is closed", null);
    }
    if (torn) {
      data.setLength(end);
      torn = false;
    }
  }

  @Override
  public void marks(Consumer<Entry> consumer) {
    all(
        entry -> {
          if (entry.change() instanceof Change.Mark) {
            consumer.accept(entry);
          }
        });
  }

  @Override
  public Erasure erase(Change.Mark mark) {
    long number = append(List.of(mark));
    return new Erasure() {
      private long removed;

      @Override
      public long number() {
        return number;
      }

      @Override
      public long finish() {
        synchronized (FileLog.this) {
          Pseudonyms pseudonyms = new Pseudonyms(FileLog.this::pseudonym);
          removed +=
              rewriteWithout(
                  entry -> entry.number() < number && mark.erases(entry.change(), pseudonyms),
                  compacted);
          return removed;
        }
      }
    };
  }

  /** Finishes what a crash cut short. */
  private void finishErasures() {
    List<Entry> marks = new ArrayList<>();
    marks(marks::add);
    Pseudonyms pseudonyms = new Pseudonyms(this::pseudonym);
    if (!marks.isEmpty()) {
      rewriteWithout(
          entry ->
              marks.stream()
                  .anyMatch(
                      mark ->
                          entry.number() < mark.number()
                              && ((Change.Mark) mark.change()).erases(entry.change(), pseudonyms)),
          compacted);
    }
  }

  @Override
  public synchronized void compact(long upTo) {
    if (upTo > sequence) {
      throw LogException.beyond(upTo, sequence);
    }
    if (upTo > compacted) {
      rewriteWithout(
          entry -> entry.number() <= upTo && !(entry.change() instanceof Change.Mark), upTo);
    }
  }

  @Override
  public synchronized long compactedTo() {
    return compacted;
  }

  private long rewriteWithout(Predicate<Entry> gone, long compactedTo) {
    try {
      prepare();
      long[] removed = {0};
      LogScan.of(file, data, entry -> removed[0] += gone.test(entry) ? 1 : 0);
      if (removed[0] > 0 || compactedTo > compacted) {
        rewrite(gone, compactedTo);
      }
      return removed[0];
    } catch (IOException e) {
      throw new LogException("cannot rewrite log " + file + ": " + e, e);
    }
  }

  private void rewrite(Predicate<Entry> gone, long compactedTo) throws IOException {
    Path beside = beside(file);
    RandomAccessFile fresh = new RandomAccessFile(beside.toFile(), "rw");
    try {
      Rewriting rewriting = new Rewriting(fresh);
      rewriting.add(LogLines.header(id, sequence, compactedTo));
      LogScan.of(
          file,
          data,
          entry -> {
            if (!gone.test(entry)) {
              rewriting.add(LogLines.json(entry));
            }
          });
      rewriting.finish();
      rename(beside, file);
      RandomAccessFile old = data;
      data = fresh;
      end = fresh.length();
      crc = rewriting.crc;
      compacted = compactedTo;
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
    private String crc = LogLines.START;
    private @Nullable IOException failure;

    Rewriting(RandomAccessFile out) {
      this.out = out;
    }

    void add(String json) {
      byte[] line = LogLines.line(crc, json);
      crc = LogLines.crc(line);
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
      throw new LogException("cannot close log " + file + ": " + e, e);
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
