package io.artrec.log.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets callers that append at the same time share one write: one of them writes for all who wait,
 * then hands writing over to the first of those who came meanwhile. Whoever writes lets as many
 * come as the last write carried, for up to half of the time that it took and 5 ms at most: callers
 * that have just returned are about to bring their next. Thread-safe.
 *
 * @param <B> what a caller brings
 */
public final class AppendQueue<B extends AppendQueue.Batch> {
  /** What one caller appends. */
  public abstract static class Batch {
    private final long bytes;
    private Thread caller = Thread.currentThread();

    /** Whether it is written or failed. */
    private volatile boolean done;

    /** Whether its caller is to write. */
    private volatile boolean leading;

    /**
     * Creates a batch.
     *
     * @param bytes how many bytes are written for it
     */
    protected Batch(long bytes) {
      this.bytes = bytes;
    }
  }

  /** Writes batches; notes in them when it fails. */
  @FunctionalInterface
  public interface Writing {
    /** Takes batches from the queue, writes them, and says that they are done. */
    void write();
  }

  /** The most that others are waited for: what is slower than twice that is slow anyway. */
  private static final long LONGEST_NANOS = 5_000_000;

  private final long most;
  private List<B> waiting = new ArrayList<>();

  /** Whether some caller writes, for all who wait. */
  private boolean writing;

  /** The batch whose caller waits for others before it writes. */
  private Optional<B> gathering = Optional.empty();

  /** How many batches the last write carried; of the caller that writes. */
  private int company = 1;

  /** How long the last write took, in nanoseconds; of the caller that writes. */
  private long lasted;

  /**
   * Creates a queue.
   *
   * @param most how many bytes are written at once, but for a batch that has more
   */
  public AppendQueue(long most) {
    this.most = most;
  }

  /**
   * Returns when a batch is done, by this caller, which writes, or by another. An interrupt does
   * not end the waiting.
   *
   * @param batch the batch; is not written any more when the writer throws before it took it
   * @param writer what writes when it falls to this caller; never twice at once
   */
  public void pass(B batch, Writing writer) {
    if (!add(batch)) {
      await(batch);
    }
    try {
      while (!isDone(batch)) {
        gather(batch);
        long began = System.nanoTime();
        writer.write();
        lasted = System.nanoTime() - began;
      }
    } finally {
      if (leads(batch)) {
        handOver(batch);
      }
    }
  }

  /** Adds a batch; whether its caller is to write. */
  private synchronized boolean add(B batch) {
    comes(batch);
    waiting.add(batch);
    if (!writing) {
      writing = true;
      lead(batch);
    } else if (waiting.size() >= company) {
      gathering.ifPresent(AppendQueue::wake);
    }
    return leads(batch);
  }

  private static void comes(Batch batch) {
    batch.caller = Thread.currentThread();
  }

  private static void wake(Batch batch) {
    LockSupport.unpark(batch.caller);
  }

  private static void await(Batch batch) {
    boolean interrupted = false;
    while (!batch.done && !batch.leading) {
      LockSupport.park(batch);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets those come who are on their way. */
  private void gather(B batch) {
    long left = Math.min(lasted / 2, LONGEST_NANOS);
    long until = System.nanoTime() + left;
    while (left > 0 && waits(batch)) {
      LockSupport.parkNanos(batch, left);
      left = Thread.currentThread().isInterrupted() ? 0 : until - System.nanoTime();
    }
  }

  /** Whether fewer wait than came last; whoever completes them wakes this batch's caller. */
  private synchronized boolean waits(B batch) {
    gathering = waiting.size() < company ? Optional.of(batch) : Optional.empty();
    return gathering.isPresent();
  }

  private static boolean isDone(Batch batch) {
    return batch.done;
  }

  private static boolean leads(Batch batch) {
    return batch.leading;
  }

  private static void lead(Batch batch) {
    batch.leading = true;
  }

  /**
   * Takes those who wait, as many as may be written at once.
   *
   * @return their batches, in the order of their coming
   */
  public synchronized List<B> take() {
    int count = 0;
    long bytes = 0;
    while (count < waiting.size() && (count == 0 || bytes + bytes(waiting.get(count)) <= most)) {
      bytes += bytes(waiting.get(count));
      count++;
    }
    List<B> taken = List.copyOf(waiting.subList(0, count));
    waiting = new ArrayList<>(waiting.subList(count, waiting.size()));
    company = count;
    gathering = Optional.empty();
    return taken;
  }

  private static long bytes(Batch batch) {
    return batch.bytes;
  }

  /**
   * Notes that batches are done, written or failed, and lets their callers go.
   *
   * @param batches what was taken
   */
  public void done(List<B> batches) {
    for (Batch batch : batches) {
      batch.done = true;
      wake(batch);
    }
  }

  /** Lets the first of those who wait write; a batch whose writing threw does not stay. */
  private synchronized void handOver(B batch) {
    waiting.remove(batch);
    writing = !waiting.isEmpty();
    if (writing) {
      Batch next = waiting.get(0);
      lead(next);
      wake(next);
    }
  }
}
