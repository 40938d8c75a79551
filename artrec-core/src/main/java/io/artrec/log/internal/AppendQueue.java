package io.artrec.log.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets callers that append at the same time share one write: one of them writes for all who wait,
 * and wakes them, so that the next one carries all who came meanwhile. Thread-safe.
 *
 * @param <B> what a caller brings
 */
public final class AppendQueue<B extends AppendQueue.Batch> {
  /** What one caller appends. */
  public abstract static class Batch {
    private final long bytes;
    private boolean done;

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

  private final long most;
  private List<B> waiting = new ArrayList<>();

  /** Whether some caller writes, for all who wait. */
  private boolean writing;

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
   * @param batch the batch
   * @param writer what writes when it falls to this caller; never twice at once
   */
  public void pass(B batch, Writing writer) {
    add(batch);
    while (fallsToThisCaller(batch)) {
      try {
        writer.write();
      } finally {
        wake();
      }
    }
  }

  private synchronized void add(B batch) {
    waiting.add(batch);
  }

  /**
   * Whether a batch still waits and nobody writes; one writing need not take it, when many wait.
   */
  private synchronized boolean fallsToThisCaller(B batch) {
    boolean interrupted = false;
    while (writing && !isDone(batch)) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (isDone(batch)) {
      return false;
    }
    writing = true;
    return true;
  }

  private static boolean isDone(Batch batch) {
    return batch.done;
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
    return taken;
  }

  private static long bytes(Batch batch) {
    return batch.bytes;
  }

  /**
   * Notes that batches are done, written or failed.
   *
   * @param batches what was taken
   */
  public synchronized void done(List<B> batches) {
    for (Batch batch : batches) {
      batch.done = true;
    }
  }

  private synchronized void wake() {
    writing = false;
    notifyAll();
  }
}
