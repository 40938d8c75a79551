package io.artrec.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * How a segment begins: format, whose it is, its place, and what held for the log when it was
 * written. Its checksum begins the segment's chain.
 *
 * @param id the log's id
 * @param first changes of the segment have this number or a higher one
 * @param clean what marks up to this number erase is gone from all segments before this one
 * @param compactedTo changes up to this number are dropped, but for marks
 */
record SegmentHeader(UUID id, long first, long clean, long compactedTo) {
  static final String FORMAT = "artrec-log-2";

  /** Its length. */
  static final int BYTES = 64;

  private static final byte[] MAGIC = (FORMAT + "\n\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
  private static final int COVERED = BYTES - Integer.BYTES;

  byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.put(MAGIC).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    bytes.putLong(first).putLong(clean).putLong(compactedTo);
    bytes.putInt(BYTES - Integer.BYTES, crc(bytes.array()));
    return bytes.array();
  }

  /** The checksum of its bytes. */
  static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, COVERED);
    return (int) crc.getValue();
  }

  /** Tells whether these bytes are of this format, as far as they go. */
  static boolean isBegun(byte[] bytes) {
    int common = Math.min(bytes.length, MAGIC.length);
    return Arrays.equals(bytes, 0, common, MAGIC, 0, common);
  }

  /** Reads a header; empty unless it is whole. */
  static Optional<SegmentHeader> read(byte[] bytes) {
    if (bytes.length < BYTES || !isBegun(bytes)) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length);
    UUID id = new UUID(in.getLong(), in.getLong());
    SegmentHeader header = new SegmentHeader(id, in.getLong(), in.getLong(), in.getLong());
    return in.getInt(COVERED) == crc(bytes) ? Optional.of(header) : Optional.empty();
  }
}
