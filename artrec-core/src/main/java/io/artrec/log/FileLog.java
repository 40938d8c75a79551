package io.artrec.log;

import io.artrec.encryption.Encryption;
import io.artrec.encryption.EncryptionException;
import io.artrec.log.internal.AppendQueue;
import io.artrec.log.internal.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A log in a folder of files, its segments: each holds a run of changes as binary records, and is
 * named by the first number. Changes are on the disk (written and synced) when {@link #append}
 * returns; callers that append at the same time share one sync. Thread-safe. An interrupted thread
 * still appends.
 *
 * <p>One log is open once: a second opening, in this process or another, is refused. What says so
 * is a lock on the file {@code lock} in the folder, which stays when the log is closed. File
 * systems without locks, as some network mounts, do not protect it.
 *
 * <p>Every record has a checksum and that of the record before, and segments follow each other by
 * their numbers. A crash while writing leaves at most an unfinished end, of batches that were never
 * acknowledged; opening the log removes it and logs how much. Damage anywhere else, as bytes
 * changed, records or segments removed, doubled or moved, is refused with the segment and the place
 * in it; {@link #salvage} keeps what is whole. That whole batches are missing at the very end of
 * the last segment cannot be noticed.
 *
 * <p>{@link Erasure#finish} and {@link #compact} rewrite segments beside and rename them; appending
 * goes on meanwhile, {@link #replay} and {@link #marks} wait. What a crash left of them is finished
 * by opening. Opening reads all segments, but not what changes say. Memory does not grow with the
 * log.
 *
 * <p>With an {@link Encryption} the payloads of changes are encrypted, each segment's under a key
 * of its own, and those of a visitor under that visitor's key within it where visitors have keys.
 * Everything else is as without.
 *
 * <p>To copy a log use {@link #copyTo}. Other ways need it closed, or another process: on POSIX
 * systems a process that reads and closes the file {@code lock} loses the lock.
 */
public final class FileLog implements ChangeLog {
  static final long SEGMENT_BYTES = 1L << 26;

  private final LogStorage storage;
  private final LogSegments segments;
  private final LogLock lock;
  private final String id;
  private final Path folder;
  private final AppendQueue<LogBatch> queue = new AppendQueue<>(LogBatch.MOST);

  /** Read by those who read segments, written by those who replace them; before the monitor. */
  private final ReentrantReadWriteLock layout = new ReentrantReadWriteLock();

  /** Erasures of which something may be left. */
  private final List<Erasing> unfinished = new ArrayList<>();

  /** Those of visitors who have keys of their own; guarded by the monitor. */
  private final Pseudonyms names;

  private boolean closed;

  private FileLog(LogSegments segments, LogStorage storage, LogLock lock, List<Entry> marks) {
    this.segments = segments;
    this.storage = storage;
    this.lock = lock;
    folder = segments.folder();
    id = segments.id().toString();
    names = new Pseudonyms(id);
    for (Entry mark : marks) {
      unfinished.add(new Erasing(this, mark.number(), (Change.Mark) mark.change()));
    }
  }

  /**
   * Opens a log, creating it when it is not there. A symbolic link is followed, and stays. Erasures
   * that were not finished are.
   *
   * @param folder the log's folder; its parent must exist
   * @return the open log
   * @throws LogException when it cannot be opened, it is open already, or it is damaged
   */
  public static FileLog open(Path folder) {
    return open(folder, Encryption.none());
  }

  /**
   * Opens a log whose changes are encrypted, or creates it. What it holds under earlier keys of the
   * source stays so until {@link #rotateKeys}; what is appended is under the current one.
   *
   * @param folder the log's folder; its parent must exist
   * @param encryption whether and how
   * @return the open log
   * @throws LogException as for {@link #open(Path)}, when a key is missing or another one, when it
   *     is encrypted and should not be, or the other way round
   * @throws EncryptionException when there is no key to encrypt with
   */
  public static FileLog open(Path folder, Encryption encryption) {
    return open(new LogStorage(new DiskFiles(), encryption), folder, SEGMENT_BYTES);
  }

  /** Opens a log of which a segment is ended when it has so many bytes. */
  static FileLog open(LogStorage storage, Path folder, long segmentBytes) {
    LogLock lock = null;
    LogSegments segments = null;
    Optional<UserKeyFile> keys = Optional.empty();
    boolean opened = false;
    try {
      Path real = LogPlace.folder(folder);
      lock = LogLock.take(real);
      LogOpening opening = new LogOpening(storage, real);
      segments = opening.open(segmentBytes);
      keys = userKeys(storage, segments, opening.isPersonal());
      FileLog log =
          new FileLog(
              segments,
              new LogStorage(storage.files(), storage.encryption(), keys),
              lock,
              opening.unfinishedMarks());
      segments.rekey();
      log.finishErasures();
      opened = true;
      return log;
    } catch (IOException e) {
      throw new LogException("cannot open log " + folder + ": " + LogPlace.why(e), e);
    } finally {
      if (!opened) {
        keys.ifPresent(LogPlace::closeQuietly);
        LogPlace.closeQuietly(segments);
        LogPlace.closeQuietly(lock);
      }
    }
  }

  private static Optional<UserKeyFile> userKeys(
      LogStorage storage, LogSegments segments, boolean personal) throws IOException {
    Optional<Path> file = storage.encryption().userKeys();
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(
            UserKeyFile.open(storage, file.get(), segments.id(), segments.last(), personal));
  }

  /**
   * Copies the whole changes of a damaged log into a new one of the same id; each number is kept
   * once, in rising order. Later numbers begin 2^32 higher, so that none is given again of which a
   * model file may know. The damaged log must not be used any more.
   *
   * @param damaged the folder; stays as it is; must not be open
   * @param into the new folder; must not be there
   * @return how many changes were kept, before visitors who were forgotten are erased again
   * @throws LogException when {@code damaged} cannot be read, {@code into} is there already or
   *     cannot be written
   */
  public static long salvage(Path damaged, Path into) {
    return salvage(damaged, into, Encryption.none());
  }

  /**
   * Copies the whole changes of a damaged log, encrypted or not, as {@link #salvage(Path, Path)}.
   * The new log is encrypted under the current key. A segment whose own key is damaged, in its
   * first 300 bytes, cannot be read by anybody.
   *
   * @param damaged the folder; stays as it is; must not be open
   * @param into the new folder; must not be there
   * @param encryption gives the keys
   * @return how many changes were kept, before visitors who were forgotten are erased again
   * @throws LogException as for {@link #salvage(Path, Path)}
   */
  public static long salvage(Path damaged, Path into, Encryption encryption) {
    return LogSalvage.salvage(damaged, into, encryption);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public synchronized long lastNumber() {
    return segments.last();
  }

  @Override
  public synchronized long compactedTo() {
    return segments.compactedTo();
  }

  private void requireOpen() {
    if (closed) {
      throw new LogException("log " + folder + " is closed", null);
    }
  }

  /**
   * {@inheritDoc} They are then on the disk. Those of callers that wait at the same time are
   * written and synced together.
   */
  @Override
  public long append(List<Change> changes) {
    LogBatch batch = LogBatch.of(List.copyOf(changes));
    append(batch);
    return batch.result();
  }

  private void append(LogBatch batch) {
    queue.pass(batch, this::writeWaiting);
  }

  private synchronized void writeWaiting() {
    List<LogBatch> group = queue.take();
    try {
      requireOpen();
      write(group);
    } catch (IOException e) {
      String what = "cannot write to log " + folder + ", nothing was recorded: " + e;
      LogException failure = new LogException(what, e);
      group.forEach(batch -> batch.fail(failure));
    } catch (LogException e) {
      group.forEach(batch -> batch.fail(e));
    } catch (RuntimeException | Error e) {
      LogException failure = new LogException("nothing was recorded in log " + folder, e);
      group.forEach(batch -> batch.fail(failure));
    } finally {
      queue.done(group);
    }
  }

  private void write(List<LogBatch> group) throws IOException {
    boolean written = false;
    try {
      writeAll(group);
      written = true;
    } finally {
      if (storage.userKeys().isPresent()) {
        storage.userKeys().get().settle(written);
      }
    }
  }

  private void writeAll(List<LogBatch> group) throws IOException {
    segments.prepare();
    RecordWriter records = segments.records();
    long number = segments.last();
    List<Erasing> marks = new ArrayList<>();
    for (LogBatch batch : group) {
      for (int i = 0; i < batch.changes().size(); i++) {
        if (batch.changes().get(i) instanceof Change.Mark mark) {
          Erasing erasing = new Erasing(this, number + 1 + i, mark);
          marks.add(erasing);
          batch.began(erasing);
        }
      }
      number = batch.addTo(records, number, this::sealed);
    }
    if (storage.userKeys().isPresent()) {
      storage.userKeys().get().sync();
    }
    segments.write(records, number, !marks.isEmpty());
    unfinished.addAll(marks);
  }

  /** Encrypts a visitor's change under their key; after a mark about them, under another. */
  private Optional<byte[]> sealed(Change change, long number, byte[] payload) throws IOException {
    if (storage.userKeys().isEmpty()) {
      return Optional.empty();
    }
    UserKeyFile keys = storage.userKeys().get();
    if (change instanceof Change.Mark mark) {
      mark.erasedPseudonym().ifPresent(keys::retire);
    } else if (change.user().isPresent()) {
      return Optional.of(keys.seal(names.apply(change.user().get()), number, payload));
    }
    return Optional.empty();
  }

  /** {@inheritDoc} Appending goes on meanwhile; what it appends is not handed over. */
  @Override
  public void replay(long after, Consumer<Entry> consumer) {
    read(
        after,
        segment -> segment.last() > after,
        change -> {
          if (change.number() > after && !change.isShredded()) {
            consumer.accept(new Entry(change.number(), change.change()));
          }
        });
  }

  /** {@inheritDoc} Appending goes on meanwhile. Cost: reading the segments that hold marks. */
  @Override
  public void marks(Consumer<Entry> consumer) {
    read(
        Long.MAX_VALUE,
        Segment::marked,
        change -> {
          if (change.kind() == LogRecord.MARK) {
            consumer.accept(new Entry(change.number(), change.change()));
          }
        });
  }

  /** {@inheritDoc} Each record's checksum is checked before. Cost: reading the log twice. */
  @Override
  public boolean copyTo(Path into) {
    layout.readLock().lock();
    try {
      List<Segment> all;
      synchronized (this) {
        requireOpen();
        all = new ArrayList<>(segments.sealed());
        all.add(segments.active());
      }
      Files.createDirectory(into);
      for (Segment segment : all) {
        LogRewriting.read(storage, segment, change -> true);
        LogCopy.copy(storage.files(), segment, into);
      }
      return true;
    } catch (IOException e) {
      throw new LogException("cannot copy log " + folder + " to " + into + ": " + e, e);
    } finally {
      layout.readLock().unlock();
    }
  }

  private void read(long after, Predicate<Segment> wanted, Consumer<SegmentReader> consumer) {
    layout.readLock().lock();
    try {
      List<Segment> all;
      synchronized (this) {
        requireOpen();
        if (after < segments.compactedTo()) {
          throw LogException.compacted(after, segments.compactedTo());
        }
        all = new ArrayList<>(segments.sealed());
        all.add(segments.active());
      }
      for (Segment segment : all) {
        if (wanted.test(segment)) {
          LogRewriting.read(
              storage,
              segment,
              change -> {
                consumer.accept(change);
                return true;
              });
        }
      }
    } catch (IOException e) {
      throw new LogException("cannot read log " + folder + ": " + e, e);
    } finally {
      layout.readLock().unlock();
    }
  }

  @Override
  public Erasure erase(Change.Mark mark) {
    LogBatch batch = LogBatch.of(List.of(mark));
    append(batch);
    batch.requireDone();
    return batch.erasure();
  }

  /** Removes what unfinished marks erase. */
  void finishErasures() {
    exclusively(
        "erase",
        () -> {
          List<Erasing> marks;
          List<Segment> sealed;
          synchronized (this) {
            requireOpen();
            marks = List.copyOf(unfinished);
            if (marks.isEmpty()) {
              segments.settle();
              return;
            }
            segments.rotateUnlessEmpty();
            sealed = segments.sealed();
          }
          segments.settle();
          erase(marks, sealed);
          destroyKeys(marks);
          synchronized (this) {
            requireOpen();
            segments.clean(marks.get(marks.size() - 1).number());
            unfinished.removeAll(marks);
            names.forget();
          }
        });
  }

  private void destroyKeys(List<Erasing> marks) throws IOException {
    if (storage.userKeys().isPresent()) {
      for (Erasing erasing : marks) {
        if (erasing.pseudonym().isPresent()) {
          storage.userKeys().get().destroy(erasing.pseudonym().get(), erasing.number());
        }
      }
    }
  }

  private void erase(List<Erasing> marks, List<Segment> sealed) throws IOException {
    Pseudonyms pseudonyms = new Pseudonyms(id);
    for (List<Segment> run : SegmentRuns.of(sealed, segments.segmentBytes())) {
      boolean holds = run.size() > 1;
      for (int i = 0; i < run.size() && !holds; i++) {
        holds =
            !LogRewriting.read(
                storage, run.get(i), change -> Erasing.indexOfMark(marks, change, pseudonyms) < 0);
      }
      if (holds) {
        long[] removed = new long[marks.size()];
        replace(
            run,
            segments.compactedTo(),
            change -> {
              int mark = Erasing.indexOfMark(marks, change, pseudonyms);
              if (mark >= 0) {
                removed[mark]++;
              }
              return mark < 0;
            });
        for (int i = 0; i < removed.length; i++) {
          marks.get(i).removed(removed[i]);
        }
        segments.settle();
      }
    }
  }

  private void replace(List<Segment> run, long compactedTo, LogRewriting.Keeping keeping)
      throws IOException {
    SegmentHeader header;
    synchronized (this) {
      header = new SegmentHeader(segments.id(), run.get(0).first(), segments.clean(), compactedTo);
    }
    Segment rewritten;
    try {
      rewritten = LogRewriting.write(storage, run, header, keeping);
    } catch (IOException | RuntimeException e) {
      segments.leftOver(LogSegments.part(run.get(0).path()));
      throw e;
    }
    synchronized (this) {
      segments.replace(run, rewritten, compactedTo);
    }
  }

  @Override
  public void compact(long upTo) {
    exclusively(
        "compact",
        () -> {
          List<Segment> sealed;
          synchronized (this) {
            requireOpen();
            if (upTo > segments.last()) {
              throw LogException.beyond(upTo, segments.last());
            }
            segments.settle();
            if (upTo <= segments.compactedTo()) {
              return;
            }
            segments.prepare();
            if (segments.active().first() <= upTo) {
              segments.rotateUnlessEmpty();
            }
            sealed = segments.sealed();
          }
          List<Segment> run = sealed.stream().filter(s -> s.first() <= upTo).toList();
          replace(run, upTo, change -> change.number() > upTo || change.kind() == LogRecord.MARK);
          segments.settle();
        });
  }

  /**
   * Writes all segments again that are not under the key source's current key, so that earlier keys
   * are not needed any more. Appending goes on meanwhile. After a failure some segments are under
   * the earlier key still; calling it again does the rest. Cost: reading and writing those
   * segments, where there are any.
   */
  @Override
  public void rotateKeys() {
    exclusively(
        "rotate the keys",
        () -> {
          List<Segment> sealed;
          synchronized (this) {
            requireOpen();
            segments.rekey();
            sealed = segments.sealed();
          }
          segments.settle();
          if (storage.userKeys().isPresent()) {
            storage.userKeys().get().rewrite();
          }
          for (List<Segment> run : SegmentRuns.of(sealed, segments.segmentBytes())) {
            boolean current = true;
            for (Segment segment : run) {
              current &= LogRewriting.isCurrent(storage, segment);
            }
            if (!current) {
              replace(run, segments.compactedTo(), change -> true);
              segments.settle();
            }
          }
        });
  }

  /** Work that replaces segments. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private void exclusively(String what, Work work) {
    if (layout.getReadHoldCount() > 0) {
      throw new IllegalStateException(
          "cannot " + what + " in log " + folder + " while handing over its changes; do it after");
    }
    layout.writeLock().lock();
    try {
      work.run();
    } catch (IOException e) {
      throw new LogException("cannot " + what + " in log " + folder + ": " + e, e);
    } finally {
      layout.writeLock().unlock();
    }
  }

  /** {@inheritDoc} Waits for whoever reads or rewrites segments. */
  @Override
  public void close() {
    exclusively(
        "close",
        () -> {
          synchronized (this) {
            if (!closed) {
              closed = true;
              try (lock) {
                segments.close();
              } finally {
                storage.userKeys().ifPresent(LogPlace::closeQuietly);
              }
            }
          }
        });
  }
}
