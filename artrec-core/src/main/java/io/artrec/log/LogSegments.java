package io.artrec.log;

import io.artrec.log.LogFiles.LogFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The segments of an open log: sealed ones, and the one that is written to. Whoever uses it holds
 * the log's monitor, but for {@link #settle} and what writes beside. After a failure {@link
 * #prepare} brings back what was acknowledged.
 */
final class LogSegments implements Closeable {
  private final LogStorage storage;
  private final LogFiles files;
  private final Path folder;
  private final UUID id;
  private final long segmentBytes;
  private List<Segment> sealed;
  private Path path;
  private LogFile active;

  /** The first number of the segment that is written to. */
  private long first;

  private boolean marked;

  /** Where the last acknowledged record ends. */
  private long end;

  private int chain;
  private RecordCipher cipher = RecordCipher.PLAIN;
  private long last;
  private long clean;
  private long compactedTo;

  /** Whether something unacknowledged may follow the end. */
  private boolean torn;

  private boolean rotating;

  /** Segments whose changes are in others, or dropped. */
  private final List<Path> leftovers = new ArrayList<>();

  private boolean folderChanged;

  /** Where a log stands. */
  record Place(int chain, long end, long last, boolean marked, RecordCipher cipher) {
    /** At the beginning of a segment whose first number is given. */
    static Place of(SegmentStart start, long first) {
      return new Place(start.chain(), start.bytes().length, first - 1, false, start.cipher());
    }
  }

  LogSegments(
      LogStorage storage,
      Path folder,
      SegmentHeader header,
      long segmentBytes,
      List<Segment> sealed)
      throws IOException {
    this.storage = storage;
    files = storage.files();
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.sealed = List.copyOf(sealed);
    id = header.id();
    first = header.first();
    clean = header.clean();
    compactedTo = header.compactedTo();
    last = first - 1;
    chain = SegmentHeader.crc(header.toBytes());
    end = SegmentHeader.BYTES;
    path = folder.resolve(Segment.name(first));
    active = files.write(path);
  }

  /** Sets what reading the active segment gave; what follows its end was not acknowledged. */
  void restore(Place place, long cleanTo) throws IOException {
    chain = place.chain();
    cipher = place.cipher();
    end = place.end();
    last = place.last();
    marked = place.marked();
    clean = cleanTo;
    active.truncate(end);
    active.sync();
  }

  UUID id() {
    return id;
  }

  Path folder() {
    return folder;
  }

  LogStorage storage() {
    return storage;
  }

  long last() {
    return last;
  }

  long clean() {
    return clean;
  }

  long compactedTo() {
    return compactedTo;
  }

  long segmentBytes() {
    return segmentBytes;
  }

  List<Segment> sealed() {
    return sealed;
  }

  /** What is acknowledged of the active segment, as if it were sealed. */
  Segment active() {
    return new Segment(path, first, last, end, marked);
  }

  /** Makes the log ready to be written to. */
  void prepare() throws IOException {
    if (torn) {
      active.truncate(end);
      active.sync();
      torn = false;
    }
    if (rotating || (end >= segmentBytes && last >= first)) {
      rotate();
    }
  }

  /** Begins records to {@link #write}. */
  RecordWriter records() {
    return new RecordWriter(chain, cipher);
  }

  /** Writes records for good. When it fails, none of them is in the log. */
  void write(RecordWriter records, long number, boolean marks) throws IOException {
    if (records.size() == 0) {
      return;
    }
    torn = true;
    active.write(end, records.bytes(), records.size());
    active.sync();
    torn = false;
    end += records.size();
    chain = records.chain();
    last = number;
    marked |= marks;
  }

  /** Notes that all that marks erase is gone, up to the mark of a number. */
  void clean(long mark) throws IOException {
    prepare();
    RecordWriter records = records();
    byte[] to = new byte[Long.BYTES];
    LogRecord.putLong(to, 0, mark);
    records.add(last, LogRecord.CLEAN | LogRecord.LAST, to, 0, to.length);
    write(records, last, false);
    clean = mark;
  }

  /** Goes on in a new segment, unless this one holds no change. */
  void rotateUnlessEmpty() throws IOException {
    prepare();
    if (last >= first) {
      rotate();
    }
  }

  /** Goes on under the key that is current now. */
  void rekey() throws IOException {
    if (!cipher.isCurrent(storage.encryption())) {
      prepare();
      if (last >= first) {
        rotate();
      } else {
        skipTo(last + 1);
      }
    }
  }

  /** Leaves out numbers, so that they are given to nobody. */
  void skipTo(long number) throws IOException {
    last = number;
    rotate();
  }

  /**
   * Makes the next segment, and only then seals this one: a sealed one that nothing follows thus
   * tells that the next is missing.
   */
  private void rotate() throws IOException {
    rotating = true;
    SegmentHeader header = new SegmentHeader(id, last + 1, clean, compactedTo);
    SegmentStart start = create(storage, folder, header);
    Path nextPath = folder.resolve(Segment.name(header.first()));
    LogFile next = files.write(nextPath);
    try {
      long size = seal(active, end, last, new RecordWriter(chain, cipher));
      List<Segment> more = new ArrayList<>(sealed);
      more.add(new Segment(path, first, last, size, marked));
      sealed = List.copyOf(more);
    } catch (IOException | RuntimeException e) {
      torn = true;
      LogPlace.closeQuietly(next);
      throw e;
    }
    LogPlace.closeQuietly(active);
    active = next;
    path = nextPath;
    first = last + 1;
    marked = false;
    end = start.bytes().length;
    chain = start.chain();
    cipher = start.cipher();
    rotating = false;
  }

  /**
   * Ends a segment for good; returns its size.
   *
   * @param records writes after its last record
   */
  static long seal(LogFile file, long end, long last, RecordWriter records) throws IOException {
    records.add(last, LogRecord.SEAL);
    file.write(end, records.bytes(), records.size());
    file.sync();
    return end + records.size();
  }

  /** Makes an empty segment, which is never there without a whole header. */
  static SegmentStart create(LogStorage storage, Path folder, SegmentHeader header)
      throws IOException {
    LogFiles files = storage.files();
    SegmentStart start = SegmentStart.of(header, storage.encryption());
    Path target = folder.resolve(Segment.name(header.first()));
    Path part = part(target);
    try (LogFile file = files.write(part)) {
      file.truncate(0);
      file.write(0, start.bytes(), start.bytes().length);
      file.sync();
    }
    files.rename(part, target);
    files.syncFolder(folder);
    return start;
  }

  static Path part(Path segment) {
    return segment.resolveSibling(segment.getFileName() + Segment.PART);
  }

  /**
   * Puts a rewritten segment, which is on the disk beside, in the place of those that it was made
   * of. {@link #settle} must follow.
   */
  void replace(List<Segment> run, Segment rewritten, long compacted) throws IOException {
    Path part = part(rewritten.path());
    try {
      files.rename(part, rewritten.path());
    } catch (IOException e) {
      if (files.list(folder).contains(String.valueOf(part.getFileName()))) {
        leftovers.add(part);
        throw e;
      }
    }
    folderChanged = true;
    List<Segment> changed = new ArrayList<>();
    for (Segment segment : sealed) {
      if (segment.first() == rewritten.first()) {
        changed.add(rewritten);
      } else if (run.contains(segment)) {
        leftovers.add(segment.path());
      } else {
        changed.add(segment);
      }
    }
    sealed = List.copyOf(changed);
    compactedTo = compacted;
  }

  /** Adds a file to those that {@link #settle} deletes. */
  void leftOver(Path file) {
    leftovers.add(file);
  }

  /** Makes replacing durable, then deletes what was replaced. */
  void settle() throws IOException {
    if (folderChanged) {
      files.syncFolder(folder);
      folderChanged = false;
    }
    if (!leftovers.isEmpty()) {
      for (Path leftover : leftovers) {
        files.delete(leftover);
      }
      files.syncFolder(folder);
      leftovers.clear();
    }
  }

  /** Removes what failed to be written, and closes. */
  @Override
  public void close() throws IOException {
    @Nullable IOException failure = null;
    try {
      if (torn) {
        active.truncate(end);
      }
      active.sync();
    } catch (IOException e) {
      failure = e;
    }
    active.close();
    if (failure != null) {
      throw failure;
    }
  }
}
