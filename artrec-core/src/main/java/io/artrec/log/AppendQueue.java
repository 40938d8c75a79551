package io.artrec.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers that append at the same time share one sync: one of them writes for all who wait,
 * and wakes them, so that the next one carries all who came meanwhile. Thread-safe.
 */
final class AppendQueue {
  /** The most that is written at once, in bytes, and the most that one caller may append. */
  static final long MOST = 1L << 28;

  /** Changes of one caller on their way to the disk. */
  static final class Batch {
    private final List<Change> changes;
    private final List<byte[]> payloads = new ArrayList<>();
    private final long bytes;
    private boolean done;
    private long last;
    private @Nullable LogException failure;
    private @Nullable Erasing erasing;

    /**
     * Encodes changes.
     *
     * @throws LogException when they are too long
     */
    Batch(List<Change> changes) {
      this.changes = changes;
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
      bytes = sum;
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
    long addTo(RecordWriter out, long number, Sealing sealing) throws IOException {
      last = number;
      for (int i = 0; i < payloads.size(); i++) {
        Change change = changes.get(i);
        byte[] payload = sealing.seal(change, ++last, payloads.get(i));
        int kind = ChangeBytes.kind(change);
        kind = payload == payloads.get(i) ? kind : kind | LogRecord.PERSONAL;
        int flags = i == payloads.size() - 1 ? kind | LogRecord.LAST : kind;
        out.add(last, flags, payload, 0, payload.length);
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

  /** Encrypts changes of visitors under keys of theirs. */
  @FunctionalInterface
  interface Sealing {
    /** Returns the payload as it is, or encrypted. */
    byte[] seal(Change change, long number, byte[] payload) throws IOException;
  }

  /** Writes batches; notes in them when it fails. */
  @FunctionalInterface
  interface Writing {
    void write();
  }

  private final long most;
  private List<Batch> waiting = new ArrayList<>();

  /** Whether some caller writes, for all who wait. */
  private boolean writing;

  AppendQueue() {
    this(MOST);
  }

  /**
   * Creates a queue.
   *
   * @param most how many bytes are written at once, but for a batch that has more
   */
  AppendQueue(long most) {
    this.most = most;
  }

  /** Returns when a batch is done, by this caller, which writes, or by another. */
  void pass(Batch batch, Writing writer) {
    add(batch);
    while (fallsToThisCaller(batch)) {
      try {
        writer.write();
      } finally {
        wake();
      }
    }
  }

  private synchronized void add(Batch batch) {
    waiting.add(batch);
  }

  /**
   * Whether a batch still waits and nobody writes; one writing need not take it, when many wait.
   */
  private synchronized boolean fallsToThisCaller(Batch batch) {
    boolean interrupted = false;
    while (writing && !batch.done) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (batch.done) {
      return false;
    }
    writing = true;
    return true;
  }

  /** Takes those who wait, as many as may be written at once. */
  synchronized List<Batch> take() {
    int count = 0;
    long bytes = 0;
    while (count < waiting.size() && (count == 0 || bytes + waiting.get(count).bytes <= most)) {
      bytes += waiting.get(count).bytes;
      count++;
    }
    List<Batch> taken = List.copyOf(waiting.subList(0, count));
    waiting = new ArrayList<>(waiting.subList(count, waiting.size()));
    return taken;
  }

  /** Notes that batches are done, written or failed. */
  synchronized void done(List<Batch> batches) {
    batches.forEach(batch -> batch.done = true);
  }

  private synchronized void wake() {
    writing = false;
    notifyAll();
  }
}
