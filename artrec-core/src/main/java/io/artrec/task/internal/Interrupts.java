package io.artrec.task.internal;

import org.jspecify.annotations.Nullable;

/** Interrupts of a thread that runs others' code. */
public final class Interrupts {
  private Interrupts() {}

  /**
   * Interrupts the calling thread again when a failure was caused by an interrupt, which who
   * wrapped it has not passed on.
   *
   * @param failure what was thrown
   */
  public static void keep(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 100; depth++) {
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return;
      }
      cause = cause.getCause();
    }
  }
}
