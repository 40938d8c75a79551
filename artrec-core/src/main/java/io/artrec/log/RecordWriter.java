package io.artrec.log;

import java.util.Arrays;
import java.util.zip.CRC32C;

/** Records on their way into a segment, each chained to the one before. */
final class RecordWriter {
  private final CRC32C crc = new CRC32C();
  private byte[] bytes = new byte[1 << 12];
  private int size;
  private int chain;

  /** Begins after the record, or the header, of this checksum. */
  RecordWriter(int chain) {
    this.chain = chain;
  }

  /**
   * Adds a record; {@code kind} with {@link LogRecord#LAST} where it ends what belongs together.
   */
  void add(long number, int kind, byte[] from, int at, int length) {
    int needed = Math.addExact(size, LogRecord.OVERHEAD + length);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(needed, bytes.length * 2L), 1L << 30));
    }
    int flags = size == 0 ? kind | LogRecord.FIRST_OF_WRITE : kind;
    LogRecord.putInt(bytes, size + LogRecord.LENGTH_AT, length);
    LogRecord.putInt(bytes, size + LogRecord.PREVIOUS_AT, chain);
    LogRecord.putLong(bytes, size + LogRecord.NUMBER_AT, number);
    bytes[size + LogRecord.KIND_AT] = (byte) flags;
    System.arraycopy(from, at, bytes, size + LogRecord.OVERHEAD, length);
    chain = LogRecord.crc(crc, bytes, size, length);
    LogRecord.putInt(bytes, size, chain);
    size = needed;
  }

  /** Adds a record that is no change. */
  void add(long number, int kind) {
    add(number, kind | LogRecord.LAST, new byte[0], 0, 0);
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** The checksum of the last record. */
  int chain() {
    return chain;
  }

  /** Forgets the records, not their chain. */
  void clear() {
    size = 0;
  }
}
