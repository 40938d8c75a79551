package io.artrec.vision.image;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Until when a file may be decoded. Thread-safe. */
final class DecodeDeadline {
  private final long end;
  private volatile boolean cancelled;

  DecodeDeadline(Duration limit) {
    this.end = System.nanoTime() + limit.toNanos();
  }

  void cancel() {
    cancelled = true;
  }

  boolean isPassed() {
    return cancelled || System.nanoTime() - end > 0;
  }

  /** Throws once time is up or nobody waits any more. */
  void check() throws Passed {
    if (isPassed()) {
      throw new Passed();
    }
  }

  /** The time is over. */
  static final class Passed extends InterruptedIOException {
    private static final long serialVersionUID = 1;

    Passed() {
      super("the time for decoding is over");
    }
  }
}
