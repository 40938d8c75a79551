package io.artrec.log;

import io.artrec.log.internal.AppendQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of one caller on their way to a log in files. */
final class LogBatch extends AppendQueue.Batch {
  /** The most that is written at once, in bytes, and the most that one caller may append. */
  static final long MOST = 1L << 28;

  private final List<Change> changes;
  private final List<byte[]> payloads;
  private long last;
  private @Nullable LogException failure;
  private @Nullable Erasing erasing;

  private LogBatch(List<Change> changes, List<byte[]> payloads, long bytes) {
    super(bytes);
    this.changes = changes;
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

  List<Change> changes() {
    return changes;
  }

  /** Adds its records, numbered from {@code number} + 1; returns the last number. */
  long addTo(RecordWriter out, long number) {
    last = number;
    for (int i = 0; i < payloads.size(); i++) {
      int kind = ChangeBytes.kind(changes.get(i));
      int flags = i == payloads.size() - 1 ? kind | LogRecord.LAST : kind;
      out.add(++last, flags, payloads.get(i), 0, payloads.get(i).length);
    }
    return last;
  }

  /** Returns the number of its last change. */
  long result() {
    requireDone();
    return last;
  }

  /**
   * Checks that it is written.
   *
   * @throws LogException when it is not
   */
  void requireDone() {
    if (failure != null) {
      throw failure;
    }
  }

  /** Notes the erasure that its last mark began. */
  void began(Erasing erasure) {
    erasing = erasure;
  }

  /** Returns the erasure that its last mark began. */
  Erasing erasing() {
    return Objects.requireNonNull(erasing);
  }

  void fail(LogException why) {
    failure = new LogException(String.valueOf(why.getMessage()), why);
  }
}
