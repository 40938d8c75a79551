package io.artrec.log;

import java.util.Arrays;
import java.util.zip.CRC32C;

/** Records on their way into a segment, each chained to the one before. */
final class RecordWriter {
  private final CRC32C crc = new CRC32C();
  private final RecordCipher cipher;
  private byte[] bytes = new byte[1 << 12];
  private int size;
  private int chain;

  /** Begins after the record, or the header, of this checksum. */
  RecordWriter(int chain, RecordCipher cipher) {
    this.chain = chain;
    this.cipher = cipher;
  }

  /**
   * Adds a record; {@code kind} with {@link LogRecord#LAST} where it ends what belongs together.
   */
  void add(long number, int kind, byte[] from, int at, int length) {
    int sealed = cipher.lengthOf(length);
    int needed = Math.addExact(size, LogRecord.OVERHEAD + sealed);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(needed, bytes.length * 2L), 1L << 30));
    }
    int flags = size == 0 ? kind | LogRecord.FIRST_OF_WRITE : kind;
    LogRecord.putInt(bytes, size + LogRecord.LENGTH_AT, sealed);
    LogRecord.putInt(bytes, size + LogRecord.PREVIOUS_AT, chain);
    LogRecord.putLong(bytes, size + LogRecord.NUMBER_AT, number);
    bytes[size + LogRecord.KIND_AT] = (byte) flags;
    cipher.seal(bytes, size, from, at, length);
    chain = LogRecord.crc(crc, bytes, size, sealed);
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
