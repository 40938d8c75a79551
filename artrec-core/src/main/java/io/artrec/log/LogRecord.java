package io.artrec.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The records of a segment: CRC-32C of all that follows in the record, length of the payload, CRC
 * of the record before (of the header for the first), number, kind with flags, payload. Numbers are
 * big-endian.
 */
final class LogRecord {
  /** Payload: an event, as {@link EventBytes}. */
  static final int EVENT = 1;

  /** Payload: another change, as JSON. */
  static final int CHANGE = 2;

  /** Payload: a mark, as JSON. */
  static final int MARK = 3;

  /** No change: what marks up to its number erase is gone from the segments before. */
  static final int CLEAN = 4;

  /** No change: the segment ends here, having reached its number. */
  static final int SEAL = 5;

  /** No change: the segment's wrapped key, of which the payloads after it are encrypted. */
  static final int KEY = 6;

  /** Flag: the last record of what must be there as a whole. */
  static final int LAST = 0x10;

  /** Flag: the first record of those that were written with one sync. */
  static final int FIRST_OF_WRITE = 0x20;

  /** What a record has beside its payload, in bytes. */
  static final int OVERHEAD = 21;

  /** The longest payload, in bytes, before it is encrypted. */
  static final int LONGEST = 1 << 26;

  /** The longest payload as it stands in a record. */
  static final int LONGEST_SEALED = LONGEST + 256;

  static final int LENGTH_AT = 4;
  static final int PREVIOUS_AT = 8;
  static final int NUMBER_AT = 12;
  static final int KIND_AT = 20;

  private static final int KIND_BITS = 0x0f;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private LogRecord() {}

  static int intAt(byte[] bytes, int at) {
    return (int) INT.get(bytes, at);
  }

  static void putInt(byte[] bytes, int at, int value) {
    INT.set(bytes, at, value);
  }

  static long longAt(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  static void putLong(byte[] bytes, int at, long value) {
    LONG.set(bytes, at, value);
  }

  static int kind(byte flags) {
    return flags & KIND_BITS;
  }

  /** Tells whether a kind is one that this version knows, with flags that it knows. */
  static boolean isKnown(byte flags) {
    int kind = kind(flags);
    return kind >= EVENT && kind <= KEY && (flags & ~(KIND_BITS | LAST | FIRST_OF_WRITE)) == 0;
  }

  /** The checksum of a record that begins at {@code at}. */
  static int crc(CRC32C crc, byte[] bytes, int at, int payload) {
    crc.reset();
    crc.update(bytes, at + LENGTH_AT, OVERHEAD - LENGTH_AT + payload);
    return (int) crc.getValue();
  }
}
