package io.artrec.log;

import io.artrec.log.LogFiles.LogFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Tells an unfinished end, which was never acknowledged, from damage. It is damage when one wrong
 * bit is all that keeps a record from being whole, or when a later write is there, which began only
 * once this one was on the disk.
 */
final class LogTail {
  /** How long a record may be to be searched for one wrong bit; by chance one in 500 has one. */
  private static final int SEARCHED = 1 << 20;

  private static final int CRC_32C = 0x82f63b78;
  private static final int[] TABLE = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ CRC_32C;
      }
      TABLE[i] = value;
    }
  }

  private LogTail() {}

  /**
   * Looks at what follows the last whole record.
   *
   * @param from where that record ends
   * @param number its number
   */
  static boolean isDamage(LogFile file, long from, long size, long number) throws IOException {
    byte[] region = new byte[(int) Math.min(SEARCHED, size - from)];
    int filled = RecordSearch.read(file, from, region, region.length);
    if (isWholeButOneBit(Arrays.copyOf(region, filled))) {
      return true;
    }
    RecordSearch search = new RecordSearch(file, size);
    long found = search.next(from + 1, number);
    while (found >= 0) {
      if ((search.flags() & LogRecord.FIRST_OF_WRITE) != 0) {
        return true;
      }
      found = search.next(found + search.length(), number);
    }
    return false;
  }

  /** Tells whether the bytes begin with a record of which one bit is wrong. */
  static boolean isWholeButOneBit(byte[] bytes) {
    if (bytes.length < LogRecord.OVERHEAD) {
      return false;
    }
    int length = LogRecord.intAt(bytes, LogRecord.LENGTH_AT);
    if (fits(length, bytes) && isOneBitOff(bytes, length)) {
      return true;
    }
    CRC32C crc = new CRC32C();
    for (int bit = 1; bit != 0; bit <<= 1) {
      int other = length ^ bit;
      if (fits(other, bytes)) {
        LogRecord.putInt(bytes, LogRecord.LENGTH_AT, other);
        boolean holds = LogRecord.crc(crc, bytes, 0, other) == LogRecord.intAt(bytes, 0);
        LogRecord.putInt(bytes, LogRecord.LENGTH_AT, length);
        if (holds) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fits(int payload, byte[] bytes) {
    return payload >= 0 && payload <= bytes.length - LogRecord.OVERHEAD;
  }

  /**
   * Compares the difference of the checksums with that which one wrong bit makes: it is the same
   * whatever the other bits are, and follows from that of the same bit one byte later.
   */
  private static boolean isOneBitOff(byte[] bytes, int payload) {
    int wrong = LogRecord.crc(new CRC32C(), bytes, 0, payload) ^ LogRecord.intAt(bytes, 0);
    if (Integer.bitCount(wrong) == 1) {
      return true;
    }
    int[] differences = new int[8];
    for (int bit = 0; bit < 8; bit++) {
      differences[bit] = TABLE[1 << bit];
    }
    for (int at = LogRecord.OVERHEAD + payload - 1; at >= LogRecord.LENGTH_AT; at--) {
      for (int bit = 0; bit < 8; bit++) {
        int difference = differences[bit];
        if (difference == wrong) {
          return true;
        }
        differences[bit] = difference >>> 8 ^ TABLE[difference & 0xff];
      }
    }
    return false;
  }
}
