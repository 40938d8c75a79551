package io.artrec.log;

import io.artrec.encryption.Encryption;
import io.artrec.encryption.EncryptionException;
import io.artrec.log.LogFiles.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the whole changes of a damaged log. */
final class LogSalvage {
  /** How many numbers are left out, which model files may know of changes that are lost. */
  static final long GAP = 1L << 32;

  private static final int PIECE = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(LogSalvage.class);

  private final LogStorage storage;
  private final LogFiles files;
  private final Path damaged;
  private long kept;

  LogSalvage(LogStorage storage, Path damaged) {
    this.storage = storage;
    files = storage.files();
    this.damaged = damaged;
  }

  /** As {@link FileLog#salvage}. */
  static long salvage(Path damaged, Path into, Encryption encryption) {
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
        LogStorage storage = new LogStorage(new DiskFiles(), encryption);
        kept = new LogSalvage(storage, damaged).into(real, FileLog.SEGMENT_BYTES);
      } finally {
        LogPlace.closeQuietly(lock);
      }
      FileLog.open(real, encryption).close();
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
    SegmentStart start = LogSegments.create(storage, into, header);
    try (LogSegments segments = new LogSegments(storage, into, header, segmentBytes, List.of())) {
      segments.restore(LogSegments.Place.of(start, header.first()), 0);
      for (Path path : paths) {
        try (LogFile file = files.read(path)) {
          copy(path, file, segments);
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

  /** What encrypts a segment; empty when its key cannot be had. */
  private Optional<RecordCipher> cipher(Path path, LogFile file) throws IOException {
    RecordSearch search = new RecordSearch(file, file.size());
    boolean encrypted =
        search.next(SegmentHeader.BYTES, 0) == SegmentHeader.BYTES
            && LogRecord.kind(search.flags()) == LogRecord.KEY;
    byte[] header = new byte[SegmentHeader.BYTES];
    RecordSearch.read(file, 0, header, header.length);
    try {
      if (encrypted) {
        return Optional.of(RecordCipher.open(storage.encryption(), search.payload(), header));
      }
    } catch (EncryptionException e) {
      LOG.warn("nothing is kept of log segment {}: {}", path, e.getMessage());
      return Optional.empty();
    }
    if (!storage.encryption().acceptsPlain()) {
      LOG.warn("nothing is kept of log segment {}: it has no key that could be read", path);
      return Optional.empty();
    }
    return Optional.of(RecordCipher.PLAIN);
  }

  private void copy(Path path, LogFile file, LogSegments segments) throws IOException {
    Optional<RecordCipher> cipher = cipher(path, file);
    if (cipher.isEmpty()) {
      return;
    }
    RecordSearch search = new RecordSearch(file, file.size());
    segments.prepare();
    RecordWriter out = segments.records();
    long last = segments.last();
    boolean marked = false;
    long found = search.next(0, 0);
    while (found >= 0) {
      int kind = LogRecord.kind(search.flags());
      if (kind <= LogRecord.MARK && search.number() > last && search.copyTo(out, cipher.get())) {
        last = search.number();
        marked |= kind == LogRecord.MARK;
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
