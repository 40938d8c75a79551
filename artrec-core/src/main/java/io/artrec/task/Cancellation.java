package io.artrec.task;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * A request to stop, set once by whoever started long work and looked at by the work between units.
 * Thread-safe.
 *
 * <p>Work also stops when its own thread is interrupted; the interrupt flag stays set.
 */
public final class Cancellation {
  private final BooleanSupplier also;
  private volatile boolean cancelled;

  /** Creates a token that nobody has cancelled yet. */
  public Cancellation() {
    this(() -> false);
  }

  private Cancellation(BooleanSupplier also) {
    this.also = also;
  }

  /**
   * {@return a token that is cancelled as soon as a condition holds, too: when another token is, or
   * a time is over}
   *
   * @param condition asked often and by several threads, so it must be quick and thread-safe; once
   *     true it should stay so
   */
  public static Cancellation when(BooleanSupplier condition) {
    return new Cancellation(Objects.requireNonNull(condition, "condition"));
  }

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
   * @return true after {@link #cancel()}, when the condition of {@link #when} holds, or when the
   *     calling thread is interrupted
   */
  public boolean isCancelled() {
    return cancelled || also.getAsBoolean() || Thread.currentThread().isInterrupted();
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
