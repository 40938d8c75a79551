package io.artrec.log;

import io.artrec.log.LogFiles.LogFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a log's folder: checks every record's checksum and chain, tells an unfinished end from
 * damage, and finds what a crash left to do. Payloads are not looked into, but those of marks that
 * are not finished.
 */
final class LogOpening {
  private static final Logger LOG = LoggerFactory.getLogger(LogOpening.class);

  private final LogStorage storage;
  private final LogFiles files;
  private final Path folder;
  private final List<SegmentHeader> headers = new ArrayList<>();
  private final List<Segment> sealed = new ArrayList<>();
  private final List<Path> leftovers = new ArrayList<>();
  private final List<ChangeLog.Entry> marks = new ArrayList<>();
  private long clean;
  private long compactedTo;

  /** What reading a segment gave: where its last whole batch ends, and its seal. */
  private record Scan(LogSegments.Place place, long size, boolean sealed) {}

  LogOpening(LogStorage storage, Path folder) {
    this.storage = storage;
    files = storage.files();
    this.folder = folder;
  }

  /** Opens the log, creating it when the folder is empty. */
  LogSegments open(long segmentBytes) throws IOException {
    List<Long> firsts = segmentsThere();
    if (firsts.isEmpty()) {
      SegmentHeader header = new SegmentHeader(UUID.randomUUID(), 1, 0, 0);
      LogSegments.create(storage, folder, header);
      firsts = List.of(1L);
    }
    for (long first : firsts) {
      headers.add(header(first, first == firsts.get(firsts.size() - 1)));
    }
    requireOneLog();
    SegmentHeader last = headers.get(headers.size() - 1);
    readSealed(last);
    Scan scan = scan(last);
    if (scan.sealed()) {
      throw damaged(last, scan.size(), "the segment after it is missing");
    }
    cut(last, scan);
    marks.removeIf(mark -> mark.number() <= clean || mark.number() > scan.place().last());
    SegmentHeader now = new SegmentHeader(last.id(), last.first(), clean, compactedTo);
    LogSegments.Place place = place(now, scan.place());
    LogSegments segments = new LogSegments(storage, folder, now, segmentBytes, sealed);
    try {
      segments.restore(place, clean);
      leftovers.forEach(segments::leftOver);
      segments.settle();
      return segments;
    } catch (IOException | RuntimeException e) {
      LogPlace.closeQuietly(segments);
      throw e;
    }
  }

  /** Where to go on: in a segment begun anew where the last is empty and not under this key. */
  private LogSegments.Place place(SegmentHeader last, LogSegments.Place found) throws IOException {
    return found.last() >= last.first() || found.cipher().isCurrent(storage.encryption())
        ? found
        : LogSegments.Place.of(LogSegments.create(storage, folder, last), last.first());
  }

  /** Marks of which a crash may have left something. */
  List<ChangeLog.Entry> unfinishedMarks() {
    return marks;
  }

  private List<Long> segmentsThere() throws IOException {
    List<Long> firsts = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (String name : files.list(folder)) {
      OptionalLong first = Segment.first(name);
      if (first.isPresent()) {
        firsts.add(first.getAsLong());
      } else if (name.endsWith(Segment.PART)) {
        files.delete(folder.resolve(name));
      } else if (!name.equals(LogLock.NAME) && !name.startsWith(".")) {
        foreign.add(name);
      }
    }
    if (firsts.isEmpty() && !foreign.isEmpty()) {
      throw new IOException(
          "it holds '" + foreign.get(0) + "' and no log; use an empty folder, or a new one");
    }
    return firsts;
  }

  private Path path(long first) {
    return folder.resolve(Segment.name(first));
  }

  private static LogException damaged(Path path, long at, String why) {
    return SegmentReader.damaged(path, at, why);
  }

  private LogException damaged(SegmentHeader segment, long at, String why) {
    return damaged(path(segment.first()), at, why);
  }

  private SegmentHeader header(long first, boolean last) throws IOException {
    Path path = path(first);
    byte[] bytes = new byte[SegmentHeader.BYTES];
    try (LogFile file = files.read(path)) {
      bytes = Arrays.copyOf(bytes, RecordSearch.read(file, 0, bytes, bytes.length));
    }
    if (last && bytes.length < SegmentHeader.BYTES && SegmentHeader.isBegun(bytes)) {
      LOG.warn("log {}: removing {} bytes of an unfinished segment", folder, bytes.length);
      UUID id = headers.isEmpty() ? UUID.randomUUID() : headers.get(0).id();
      SegmentHeader anew = new SegmentHeader(id, first, clean, compactedTo);
      LogSegments.create(storage, folder, anew);
      return anew;
    }
    if (!SegmentHeader.isBegun(bytes)) {
      throw new LogException(
          path
              + " is no log segment of this version: expected format '"
              + SegmentHeader.FORMAT
              + "'; use another folder, or open it with the version of artrec that wrote it",
          null);
    }
    SegmentHeader header =
        SegmentHeader.read(bytes)
            .orElseThrow(() -> damaged(path, 0, "the checksum of its header does not match"));
    if (header.first() != first) {
      throw damaged(path, 0, "by its header it begins with change " + header.first());
    }
    clean = Math.max(clean, header.clean());
    compactedTo = Math.max(compactedTo, header.compactedTo());
    return header;
  }

  private void requireOneLog() {
    UUID id = headers.get(0).id();
    for (SegmentHeader header : headers) {
      if (!header.id().equals(id)) {
        throw damaged(header, 0, "it is of log " + header.id() + ", expected " + id);
      }
    }
  }

  private void readSealed(SegmentHeader last) throws IOException {
    long next = 1;
    for (int i = 0; i < headers.size() - 1; i++) {
      SegmentHeader header = headers.get(i);
      if (i > 0 && header.first() < next) {
        leftovers.add(path(header.first()));
        continue;
      }
      requireNext(header, next);
      Scan scan = scan(header);
      if (!scan.sealed() && i == headers.size() - 2) {
        scan = sealed(header, scan, last);
      }
      if (!scan.sealed()) {
        throw damaged(header, scan.place().end(), "its end is missing, or its checksum is wrong");
      }
      LogSegments.Place place = scan.place();
      sealed.add(
          new Segment(
              path(header.first()), header.first(), place.last(), place.end(), place.marked()));
      next = place.last() + 1;
    }
    requireNext(last, next);
  }

  private void requireNext(SegmentHeader header, long next) {
    if (header.first() != next) {
      throw damaged(
          header,
          0,
          "it begins with change "
              + header.first()
              + ", expected "
              + next
              + "; a segment before it is missing");
    }
  }

  /** Seals a segment that a crash has left without, when the next one had just been made. */
  private Scan sealed(SegmentHeader header, Scan scan, SegmentHeader next) throws IOException {
    LogSegments.Place place = scan.place();
    if (!isFresh(path(next.first())) || place.last() + 1 != next.first()) {
      return scan;
    }
    cut(header, scan);
    try (LogFile file = files.write(path(header.first()))) {
      file.truncate(place.end());
      RecordWriter records = new RecordWriter(place.chain(), place.cipher());
      long size = LogSegments.seal(file, place.end(), place.last(), records);
      LogSegments.Place end =
          new LogSegments.Place(
              records.chain(), size, place.last(), place.marked(), place.cipher());
      return new Scan(end, size, true);
    }
  }

  /** Whether nothing was written to a segment since it was begun. */
  private boolean isFresh(Path path) throws IOException {
    LogFile file = files.read(path);
    try (SegmentReader reader = new SegmentReader(path, file, file.size(), storage.encryption())) {
      boolean more = reader.next();
      return (!more || reader.kind() == LogRecord.KEY) && reader.end() == reader.limit();
    }
  }

  private void cut(SegmentHeader header, Scan scan) throws IOException {
    long end = scan.place().end();
    if (scan.size() > end) {
      LOG.warn(
          "log segment {}: removing {} bytes of an unfinished end",
          path(header.first()),
          scan.size() - end);
    }
  }

  private Scan scan(SegmentHeader header) throws IOException {
    Path path = path(header.first());
    LogFile file = files.read(path);
    try (file) {
      SegmentReader reader = new SegmentReader(path, file, file.size(), storage.encryption());
      LogSegments.Place place = place(reader, header.first() - 1, false);
      boolean seal = false;
      boolean marked = false;
      while (reader.next()) {
        if (seal) {
          throw damaged(path, place.end(), "records follow its end");
        }
        seal = reader.kind() == LogRecord.SEAL;
        marked |= reader.kind() == LogRecord.MARK;
        note(reader);
        if (reader.isLast()) {
          place = place(reader, reader.number(), marked);
        }
      }
      boolean whole = reader.end() == reader.limit();
      if (!whole && (seal || isDamage(file, reader))) {
        throw damaged(path, reader.end(), "the checksum of a record does not match");
      }
      return new Scan(place, reader.limit(), seal);
    }
  }

  private static LogSegments.Place place(SegmentReader after, long last, boolean marked) {
    return new LogSegments.Place(after.chain(), after.end(), last, marked, after.cipher());
  }

  private static boolean isDamage(LogFile file, SegmentReader reader) throws IOException {
    return LogTail.isDamage(file, reader.end(), reader.limit(), reader.number());
  }

  private void note(SegmentReader record) {
    if (record.kind() == LogRecord.CLEAN) {
      clean = Math.max(clean, record.noted());
    } else if (record.kind() == LogRecord.MARK && record.number() > clean) {
      marks.add(new ChangeLog.Entry(record.number(), record.change()));
    }
  }
}
