package io.artrec.log;

import io.artrec.encryption.EncryptionException;
import io.artrec.encryption.internal.AesGcm;
import io.artrec.encryption.internal.AesGcm.Bytes;
import io.artrec.log.LogFiles.LogFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads a segment record by record, checks checksums and chain, and looks into payloads only when
 * asked. Memory does not grow with the segment.
 */
final class SegmentReader implements Closeable {
  private static final int BUFFER = 1 << 17;

  private final Path path;
  private final LogFile file;
  private final long limit;
  private final LogStorage storage;
  private final byte[] header;
  private final CRC32C crc = new CRC32C();
  private RecordCipher cipher = RecordCipher.PLAIN;
  private byte[] buffer;

  /** Where the buffer's first byte is in the segment. */
  private long bufferAt;

  private int filled;
  private int at;
  private int next;
  private int chain;
  private long number;

  /** The payload of the record, once it was asked for. */
  private byte[] payload = new byte[0];

  private int payloadAt;
  private int payloadLength;
  private boolean opened;

  private boolean shredded;

  /** The payload as it is under its visitor's key. */
  private int sealedPayloadAt;

  private int sealedPayloadLength;
  private byte[] personal = new byte[0];
  private @Nullable AesGcm visitorCipher;

  /** Where payloads are decrypted. */
  private byte[] decrypted = new byte[0];

  /** Reads what lies between the header and {@code limit}; closing it closes the file. */
  SegmentReader(Path path, LogFile file, long limit, LogStorage storage) throws IOException {
    this.path = path;
    this.file = file;
    this.limit = limit;
    this.storage = storage;
    buffer = new byte[(int) Math.min(BUFFER, Math.max(limit, SegmentHeader.BYTES))];
    fill(SegmentHeader.BYTES);
    header = Arrays.copyOf(buffer, Math.min(filled, SegmentHeader.BYTES));
    number =
        SegmentHeader.read(header)
                .orElseThrow(() -> damaged(path, 0, "its header is no whole one"))
                .first()
            - 1;
    chain = SegmentHeader.crc(header);
    next = SegmentHeader.BYTES;
    at = next;
  }

  /**
   * Goes to the next record.
   *
   * @return false at the end, and before what is no whole record: {@link #end} then is not {@link
   *     #limit}
   * @throws LogException when a whole record does not follow the one before, its key cannot be had,
   *     or the segment is not encrypted and should be
   */
  boolean next() throws IOException {
    opened = false;
    if (!fill(LogRecord.OVERHEAD)) {
      return false;
    }
    int length = LogRecord.intAt(buffer, next + LogRecord.LENGTH_AT);
    if (length < 0 || length > LogRecord.LONGEST_SEALED || !fill(LogRecord.OVERHEAD + length)) {
      return false;
    }
    int expected = LogRecord.intAt(buffer, next);
    if (expected != LogRecord.crc(crc, buffer, next, length)) {
      return false;
    }
    boolean first = end() == SegmentHeader.BYTES;
    check();
    at = next;
    next += LogRecord.OVERHEAD + length;
    chain = expected;
    number = LogRecord.longAt(buffer, at + LogRecord.NUMBER_AT);
    if (first) {
      begin();
    }
    return true;
  }

  /** Takes the segment's key, or sees that it needs none. */
  private void begin() {
    if (kind() != LogRecord.KEY) {
      if (!storage.encryption().acceptsPlain()) {
        throw new LogException(
            "log segment "
                + path
                + " is not encrypted, expected one that is: whoever can write to its folder could"
                + " have put it there; when it is yours from before, open the log with"
                + " encryption.acceptingPlain() and rotate its keys",
            null);
      }
      return;
    }
    if (isPersonal() && storage.encryption().userKeys().isEmpty()) {
      throw new LogException(
          "log segment "
              + path
              + " holds changes under keys of visitors, and no file of these was passed; open the"
              + " log with encryption.visitorKeys(file)",
          null);
    }
    try {
      byte[] envelope = Arrays.copyOfRange(buffer, at + LogRecord.OVERHEAD, next);
      cipher = RecordCipher.open(storage.encryption(), envelope, header, isPersonal());
    } catch (EncryptionException e) {
      throw new LogException("cannot open log segment " + path + ": " + e.getMessage(), e);
    }
  }

  /** What encrypts the segment's payloads. */
  RecordCipher cipher() {
    return cipher;
  }

  /** Whether the segment is encrypted as it would be now. */
  boolean isCurrent() {
    return cipher.isCurrent(storage.encryption());
  }

  private void check() {
    byte flags = buffer[next + LogRecord.KIND_AT];
    long given = LogRecord.longAt(buffer, next + LogRecord.NUMBER_AT);
    if (LogRecord.intAt(buffer, next + LogRecord.PREVIOUS_AT) != chain) {
      throw damaged(path, end(), "a record does not follow the one before it; some are missing");
    }
    if (!LogRecord.isKnown(flags)) {
      throw new LogException(
          "log segment "
              + path
              + ", byte "
              + end()
              + ": record of kind "
              + flags
              + ", expected 1 to 6; open it with the newer version of artrec that wrote it",
          null);
    }
    if (LogRecord.kind(flags) == LogRecord.KEY && end() != SegmentHeader.BYTES) {
      throw damaged(path, end(), "a key stands where none belongs");
    }
    if (given < number || (given == number && LogRecord.kind(flags) <= LogRecord.MARK)) {
      throw damaged(path, end(), "a record has number " + given + " after " + number);
    }
  }

  /** Makes {@code count} bytes from the next record on available; false when there are fewer. */
  private boolean fill(int count) throws IOException {
    if (filled - next >= count) {
      return true;
    }
    if (limit - end() < count) {
      return false;
    }
    if (next > 0 || count > buffer.length) {
      byte[] target = count > buffer.length ? new byte[count] : buffer;
      System.arraycopy(buffer, next, target, 0, filled - next);
      buffer = target;
      bufferAt += next;
      filled -= next;
      next = 0;
    }
    while (filled < count) {
      int most = (int) Math.min(buffer.length - filled, limit - bufferAt - filled);
      int read = file.read(bufferAt + filled, buffer, filled, most);
      if (read < 0) {
        return false;
      }
      filled += read;
    }
    return true;
  }

  long number() {
    return number;
  }

  int kind() {
    return LogRecord.kind(buffer[at + LogRecord.KIND_AT]);
  }

  boolean isLast() {
    return (buffer[at + LogRecord.KIND_AT] & LogRecord.LAST) != 0;
  }

  boolean isChange() {
    return kind() <= LogRecord.MARK;
  }

  /** Where the record ends, in bytes from the segment's beginning. */
  long end() {
    return bufferAt + next;
  }

  long limit() {
    return limit;
  }

  /** The checksum of the record. */
  int chain() {
    return chain;
  }

  /** Decrypts the record's payload, once. */
  private void open() {
    if (opened) {
      return;
    }
    int sealed = next - at - LogRecord.OVERHEAD;
    if (cipher.isPlain()) {
      payload = buffer;
      payloadAt = at + LogRecord.OVERHEAD;
    } else {
      if (decrypted.length < sealed) {
        decrypted = new byte[Math.max(sealed, 1 << 10)];
      }
      if (!cipher.open(buffer, at, sealed, decrypted)) {
        throw damaged(
            path,
            bufferAt + at,
            "a record does not open under the segment's key: it was changed, or is from elsewhere");
      }
      payload = decrypted;
      payloadAt = 0;
    }
    payloadLength = cipher.plainLength(sealed);
    shredded = isPersonal() && kind() <= LogRecord.MARK && !openPersonal();
    opened = true;
  }

  private boolean isPersonal() {
    return (buffer[at + LogRecord.KIND_AT] & LogRecord.PERSONAL) != 0;
  }

  /** Decrypts a payload that is under its visitor's key; false when that was destroyed. */
  private boolean openPersonal() {
    sealedPayloadAt = payloadAt;
    sealedPayloadLength = payloadLength;
    int before = UserKeyFile.BEFORE;
    if (payloadLength < before) {
      throw damaged(path, bufferAt + at, "a record is too short for one under a visitor's key");
    }
    Optional<SecretKey> key =
        storage.userKeys().flatMap(keys -> keys.find(LogRecord.longAt(payload, payloadAt)));
    if (key.isEmpty()) {
      return false;
    }
    if (personal.length < payloadLength) {
      personal = new byte[Math.max(payloadLength, 1 << 10)];
    }
    AesGcm visitors = visitorCipher == null ? new AesGcm(key.get()) : visitorCipher;
    visitorCipher = visitors.under(key.get());
    boolean whole =
        visitorCipher.open(
            new Bytes(payload, payloadAt + Long.BYTES, before - Long.BYTES),
            new Bytes(payload, payloadAt, Long.BYTES),
            new Bytes(payload, payloadAt + before, payloadLength - before),
            personal,
            0);
    if (!whole) {
      throw damaged(
          path, bufferAt + at, "a record does not open under its visitor's key: it was changed");
    }
    payload = personal;
    payloadAt = 0;
    payloadLength -= before + AesGcm.TAG_BYTES;
    return true;
  }

  /** Whether the record is under the key of a visitor whose key was destroyed. */
  boolean isShredded() {
    if (!isPersonal() || !isChange()) {
      return false;
    }
    open();
    return shredded;
  }

  /** Copies the record to where others are written, as a whole of its own. */
  void copyTo(RecordWriter out) {
    open();
    int flags = LogRecord.copied(buffer[at + LogRecord.KIND_AT]);
    if (isPersonal()) {
      byte[] sealed = cipher.isPlain() ? buffer : decrypted;
      out.add(number, flags, sealed, sealedPayloadAt, sealedPayloadLength);
    } else {
      out.add(number, flags, payload, payloadAt, payloadLength);
    }
  }

  /**
   * Sees that a record that is no change was written by this log: it opens, and is as long as its
   * kind.
   */
  void checkNote() {
    if (isChange() || kind() == LogRecord.KEY) {
      return;
    }
    open();
    int expected = kind() == LogRecord.CLEAN ? Long.BYTES : 0;
    if (payloadLength != expected) {
      throw damaged(
          path,
          bufferAt + at,
          "a record of kind "
              + kind()
              + " has a payload of "
              + payloadLength
              + " bytes, expected "
              + expected);
    }
  }

  /** The mark that a {@link LogRecord#CLEAN} record is about. */
  long noted() {
    open();
    return LogRecord.longAt(payload, payloadAt);
  }

  /** Whose a {@link LogRecord#EVENT} is. */
  String user() {
    open();
    return EventBytes.user(payload, payloadAt);
  }

  /** Reads the change. */
  Change change() {
    open();
    try {
      return ChangeBytes.read(kind(), payload, payloadAt, payloadLength);
    } catch (RuntimeException e) {
      throw new LogException(
          "log segment "
              + path
              + ", change "
              + number
              + ": not one that this version knows ("
              + e.getMessage()
              + "); open it with the newer version of artrec that wrote it",
          e);
    }
  }

  static LogException damaged(Path path, long at, String why) {
    return new LogException(
        "log segment "
            + path
            + " is damaged at byte "
            + at
            + ": "
            + why
            + "; restore the log's folder from a copy, or keep its whole changes with"
            + " FileLog.salvage",
        null);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
