package io.artrec.log;

import io.artrec.log.LogFiles.LogFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Looks for whole records anywhere in a segment, whatever stands before them. */
final class RecordSearch {
  private static final int WINDOW = 1 << 17;

  private final LogFile file;
  private final long size;
  private final CRC32C crc = new CRC32C();
  private byte[] window;
  private long windowAt;
  private int filled;
  private int at;

  RecordSearch(LogFile file, long size) {
    this.file = file;
    this.size = size;
    window = new byte[(int) Math.min(WINDOW, size)];
  }

  /**
   * Finds the first whole record at or after a place.
   *
   * @param from the place
   * @param least the least number it may have
   * @return where it begins, or -1
   */
  long next(long from, long least) throws IOException {
    for (long position = from; position <= size - LogRecord.OVERHEAD; position++) {
      load(position, LogRecord.OVERHEAD);
      int payload = LogRecord.intAt(window, at + LogRecord.LENGTH_AT);
      long number = LogRecord.longAt(window, at + LogRecord.NUMBER_AT);
      if (payload >= 0
          && payload <= LogRecord.LONGEST_SEALED
          && payload <= size - LogRecord.OVERHEAD - position
          && number >= least
          && LogRecord.isKnown(flags())) {
        load(position, LogRecord.OVERHEAD + payload);
        if (LogRecord.intAt(window, at) == LogRecord.crc(crc, window, at, payload)) {
          return position;
        }
      }
    }
    return -1;
  }

  /** Makes bytes available at {@link #at}. */
  private void load(long position, int count) throws IOException {
    if (position >= windowAt && position + count <= windowAt + filled) {
      at = (int) (position - windowAt);
      return;
    }
    if (count > window.length) {
      window = new byte[count];
    }
    windowAt = position;
    at = 0;
    filled = read(file, position, window, (int) Math.min(window.length, size - position));
  }

  /** Reads as many bytes as there are, {@code count} at most. */
  static int read(LogFile file, long position, byte[] into, int count) throws IOException {
    int filled = 0;
    while (filled < count) {
      int read = file.read(position + filled, into, filled, count - filled);
      if (read < 0) {
        break;
      }
      filled += read;
    }
    return filled;
  }

  /** The flags and kind of the record found. */
  byte flags() {
    return window[at + LogRecord.KIND_AT];
  }

  long number() {
    return LogRecord.longAt(window, at + LogRecord.NUMBER_AT);
  }

  int length() {
    return LogRecord.OVERHEAD + LogRecord.intAt(window, at + LogRecord.LENGTH_AT);
  }

  /** The payload of the record found, as it stands there. */
  byte[] payload() {
    return Arrays.copyOfRange(window, at + LogRecord.OVERHEAD, at + length());
  }

  /**
   * Copies the record found to where others are written, as a whole of its own.
   *
   * @param cipher what encrypts payloads here
   * @return false when it does not open
   */
  boolean copyTo(RecordWriter out, RecordCipher cipher) {
    int sealed = length() - LogRecord.OVERHEAD;
    byte[] payload = new byte[sealed];
    if (!cipher.open(window, at, sealed, payload)) {
      return false;
    }
    out.add(
        number(), LogRecord.kind(flags()) | LogRecord.LAST, payload, 0, cipher.plainLength(sealed));
    return true;
  }
}
