package io.artrec.log;

import io.artrec.encryption.Encryption;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a new segment begins: its header and, where it is encrypted, a record with its wrapped key.
 *
 * @param bytes these
 * @param chain the checksum that the first record follows
 * @param cipher what encrypts the payloads
 */
record SegmentStart(byte[] bytes, int chain, RecordCipher cipher) {
  static SegmentStart of(SegmentHeader header, Encryption encryption) {
    byte[] bytes = header.toBytes();
    int chain = SegmentHeader.crc(bytes);
    RecordCipher cipher = RecordCipher.create(encryption, bytes);
    Optional<byte[]> envelope = cipher.envelope();
    if (envelope.isEmpty()) {
      return new SegmentStart(bytes, chain, cipher);
    }
    RecordWriter key = new RecordWriter(chain, RecordCipher.PLAIN);
    byte[] wrapped = envelope.get();
    key.add(header.first() - 1, LogRecord.KEY | LogRecord.LAST, wrapped, 0, wrapped.length);
    byte[] all = Arrays.copyOf(bytes, bytes.length + key.size());
    System.arraycopy(key.bytes(), 0, all, bytes.length, key.size());
    return new SegmentStart(all, key.chain(), cipher);
  }
}
