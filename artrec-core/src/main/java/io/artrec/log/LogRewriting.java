package io.artrec.log;

import io.artrec.log.LogFiles.LogFile;
import java.io.IOException;
import java.util.List;

/** Writes what is kept of sealed segments into one, beside them. */
final class LogRewriting {
  private static final int PIECE = 1 << 20;

  /** Decides what stays. */
  @FunctionalInterface
  interface Keeping {
    boolean keeps(SegmentReader change);
  }

  private final LogFile file;
  private final RecordWriter out;
  private long end;
  private boolean marked;

  private LogRewriting(LogFile file, SegmentStart start) throws IOException {
    this.file = file;
    file.truncate(0);
    file.write(0, start.bytes(), start.bytes().length);
    end = start.bytes().length;
    out = new RecordWriter(start.chain(), start.cipher());
  }

  /**
   * Writes the segment and syncs it.
   *
   * @param run the segments, one following the other
   * @param header of the new segment
   * @return the new segment, whose file still has the name of a part; when it fails, the part may
   *     be there
   */
  static Segment write(LogStorage storage, List<Segment> run, SegmentHeader header, Keeping keeping)
      throws IOException {
    Segment head = run.get(0);
    long last = run.get(run.size() - 1).last();
    try (LogFile file = storage.files().write(LogSegments.part(head.path()))) {
      LogRewriting rewriting =
          new LogRewriting(file, SegmentStart.of(header, storage.encryption()));
      for (Segment segment : run) {
        read(storage, segment, change -> rewriting.add(change, keeping));
      }
      rewriting.flush();
      long size = LogSegments.seal(file, rewriting.end, last, rewriting.out);
      return new Segment(head.path(), header.first(), last, size, rewriting.marked);
    }
  }

  /** What is done with each change. */
  @FunctionalInterface
  interface ChangeReader {
    /** Takes a change; returns false to end reading. */
    boolean read(SegmentReader change) throws IOException;
  }

  /**
   * Reads the changes of a segment.
   *
   * @return false when the reader ended it
   */
  static boolean read(LogStorage storage, Segment segment, ChangeReader reader) throws IOException {
    try (SegmentReader records = reader(storage, segment)) {
      while (records.next()) {
        if (records.isChange() && !reader.read(records)) {
          return false;
        }
      }
      if (records.end() != records.limit()) {
        throw SegmentReader.damaged(
            segment.path(), records.end(), "the checksum of a record does not match");
      }
      return true;
    }
  }

  private static SegmentReader reader(LogStorage storage, Segment segment) throws IOException {
    LogFile file = storage.files().read(segment.path());
    return new SegmentReader(segment.path(), file, segment.bytes(), storage.encryption());
  }

  /** Tells whether a segment is written as it would be now. */
  static boolean isCurrent(LogStorage storage, Segment segment) throws IOException {
    try (SegmentReader records = reader(storage, segment)) {
      records.next();
      return records.isCurrent();
    }
  }

  private boolean add(SegmentReader change, Keeping keeping) throws IOException {
    if (keeping.keeps(change)) {
      marked |= change.kind() == LogRecord.MARK;
      change.copyTo(out);
      if (out.size() >= PIECE) {
        flush();
      }
    }
    return true;
  }

  private void flush() throws IOException {
    file.write(end, out.bytes(), out.size());
    end += out.size();
    out.clear();
  }
}
