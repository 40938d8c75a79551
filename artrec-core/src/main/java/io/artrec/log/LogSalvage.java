package io.artrec.log;

import io.artrec.log.LogFiles.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the whole changes of a damaged log. */
final class LogSalvage {
  /** How many numbers are left out, which model files may know of changes that are lost. */
  static final long GAP = 1L << 32;

  private static final int PIECE = 1 << 20;

  private final LogFiles files;
  private final Path damaged;
  private long kept;

  LogSalvage(LogFiles files, Path damaged) {
    this.files = files;
    this.damaged = damaged;
  }

  /** As {@link FileLog#salvage}. */
  static long salvage(Path damaged, Path into) {
    if (Files.exists(into)) {
      throw new LogException(
          "cannot salvage into " + into + ": it is there already, expected a new folder", null);
    }
    try {
      if (!Files.isDirectory(damaged)) {
        throw new IOException("it is no folder, expected that of a log");
      }
      Path real = LogPlace.folder(into);
      LogLock lock = LogLock.take(real);
      long kept;
      try {
        kept = new LogSalvage(new DiskFiles(), damaged).into(real, FileLog.SEGMENT_BYTES);
      } finally {
        LogPlace.closeQuietly(lock);
      }
      FileLog.open(real).close();
      return kept;
    } catch (IOException e) {
      throw new LogException("cannot salvage log " + damaged + ": " + LogPlace.why(e), e);
    }
  }

  /**
   * Copies whole changes, each number once, in rising order.
   *
   * @param into a folder without a log
   * @return how many
   */
  long into(Path into, long segmentBytes) throws IOException {
    List<Path> paths =
        files.list(damaged).stream()
            .filter(name -> Segment.first(name).isPresent())
            .map(damaged::resolve)
            .toList();
    SegmentHeader header = header(paths);
    LogSegments.create(files, into, header);
    try (LogSegments segments = new LogSegments(files, into, header, segmentBytes, List.of())) {
      for (Path path : paths) {
        try (LogFile file = files.read(path)) {
          copy(file, segments);
        }
      }
      long last = Math.max(segments.last(), header.compactedTo());
      if (last > 0) {
        segments.prepare();
        segments.skipTo(last + GAP);
      }
    }
    return kept;
  }

  private SegmentHeader header(List<Path> paths) throws IOException {
    Optional<UUID> id = Optional.empty();
    long compactedTo = 0;
    for (Path path : paths) {
      byte[] bytes = new byte[SegmentHeader.BYTES];
      try (LogFile file = files.read(path)) {
        RecordSearch.read(file, 0, bytes, bytes.length);
      }
      Optional<SegmentHeader> header = SegmentHeader.read(bytes);
      id = id.or(() -> header.map(SegmentHeader::id));
      compactedTo = Math.max(compactedTo, header.map(SegmentHeader::compactedTo).orElse(0L));
    }
    return new SegmentHeader(id.orElseGet(UUID::randomUUID), 1, 0, compactedTo);
  }

  private void copy(LogFile file, LogSegments segments) throws IOException {
    RecordSearch search = new RecordSearch(file, file.size());
    segments.prepare();
    RecordWriter out = segments.records();
    long last = segments.last();
    boolean marked = false;
    long found = search.next(0, 0);
    while (found >= 0) {
      int kind = LogRecord.kind(search.flags());
      if (kind <= LogRecord.MARK && search.number() > last) {
        last = search.number();
        marked |= kind == LogRecord.MARK;
        search.copyTo(out);
        kept++;
      }
      if (out.size() >= PIECE) {
        segments.write(out, last, marked);
        segments.prepare();
        out = segments.records();
      }
      found = search.next(found + search.length(), 0);
    }
    segments.write(out, last, marked);
  }
}
