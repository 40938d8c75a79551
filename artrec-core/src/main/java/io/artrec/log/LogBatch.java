package io.artrec.log;

import io.artrec.log.internal.ChangeBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of one caller on their way to a log in files. */
final class LogBatch extends ChangeBatch<Change, Erasing> {
  /** The most that is written at once, in bytes, and the most that one caller may append. */
  static final long MOST = 1L << 28;

  /** Encrypts changes of visitors under keys of theirs. */
  @FunctionalInterface
  interface Sealing {
    /** Returns the payload encrypted; empty where it stays as it is. */
    Optional<byte[]> seal(Change change, long number, byte[] payload) throws IOException;
  }

  private final List<byte[]> payloads;

  private LogBatch(List<Change> changes, List<byte[]> payloads, long bytes) {
    super(changes, bytes);
    this.payloads = payloads;
  }

  /**
   * Encodes changes.
   *
   * @throws LogException when they are too long
   */
  static LogBatch of(List<Change> changes) {
    List<byte[]> payloads = new ArrayList<>();
    long sum = 0;
    for (Change change : changes) {
      byte[] payload = ChangeBytes.write(change);
      if (payload.length > LogRecord.LONGEST) {
        throw tooLong("a change", payload.length, LogRecord.LONGEST);
      }
      payloads.add(payload);
      sum += LogRecord.OVERHEAD + payload.length;
      if (sum > MOST) {
        throw tooLong("a batch with its first " + payloads.size() + " changes", sum, MOST);
      }
    }
    return new LogBatch(changes, payloads, sum);
  }

  private static LogException tooLong(String what, long bytes, long most) {
    return new LogException(
        what + " has " + bytes + " bytes, expected at most " + most + "; append less at once",
        null);
  }

  /** Adds its records, numbered from {@code number} + 1; returns the last number. */
  long addTo(RecordWriter out, long number, Sealing sealing) throws IOException {
    long last = number;
    for (int i = 0; i < payloads.size(); i++) {
      Change change = changes().get(i);
      Optional<byte[]> sealed = sealing.seal(change, ++last, payloads.get(i));
      byte[] payload = sealed.orElse(payloads.get(i));
      int kind = ChangeBytes.kind(change) | (sealed.isPresent() ? LogRecord.PERSONAL : 0);
      int flags = i == payloads.size() - 1 ? kind | LogRecord.LAST : kind;
      out.add(last, flags, payload, 0, payload.length);
    }
    written(last);
    return last;
  }

  void fail(LogException why) {
    failed(new LogException(String.valueOf(why.getMessage()), why));
  }
}
