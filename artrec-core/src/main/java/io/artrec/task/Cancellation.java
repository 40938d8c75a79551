package io.artrec.task;

/**
 * A request to stop, set once by whoever started long work and looked at by the work between units.
 * Thread-safe.
 *
 * <p>Work also stops when its own thread is interrupted; the interrupt flag stays set.
 */
public final class Cancellation {
  private volatile boolean cancelled;

  /** Creates a token that nobody has cancelled yet. */
  public Cancellation() {}

  /**
   * Asks the work that holds this token to stop at its next safe point. Calling it again changes
   * nothing.
   */
  public void cancel() {
    cancelled = true;
  }

  /**
   * Tells whether the work should stop.
   *
   * @return true after {@link #cancel()}, or when the calling thread is interrupted
   */
  public boolean isCancelled() {
    return cancelled || Thread.currentThread().isInterrupted();
  }

  /**
   * Throws when the work should stop.
   *
   * @param doing what is being done, for the message
   * @throws CancelledException after {@link #cancel()}, or when the calling thread is interrupted
   */
  public void check(String doing) {
    if (isCancelled()) {
      throw new CancelledException("cancelled while " + doing + "; nothing was changed");
    }
  }
}
