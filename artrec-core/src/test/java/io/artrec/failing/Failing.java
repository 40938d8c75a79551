package io.artrec.failing;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Which file operation fails. Operations are counted from 1, in the order in which they begin; none
 * fails until {@link #at} says so. Thread-safe.
 */
public final class Failing {
  /** How an operation fails. */
  public enum Way {
    /** Nothing happens but an exception. */
    REFUSED,
    /** Half of what is written is there; like the others, it says that the disk is full. */
    DISK_FULL,
    /** It fails, and so do all after it, as on a device that is gone. */
    DEVICE_GONE
  }

  private Way way = Way.REFUSED;
  private long failing = Long.MAX_VALUE;
  private long count;
  private String last = "nothing";

  /** Counts from 1 again, and lets one operation fail. */
  public synchronized void at(long operation, Way how) {
    way = how;
    failing = operation;
    count = 0;
    last = "nothing";
  }

  /** Nothing fails from now on. */
  public synchronized void never() {
    failing = Long.MAX_VALUE;
  }

  /** Whether the operation came and failed. */
  public synchronized boolean happened() {
    return count >= failing;
  }

  /** What failed. */
  public synchronized String what() {
    return last;
  }

  /** An operation begins. */
  void operation(String what) throws IOException {
    if (fails(what)) {
      throw new IOException(what + " failed on purpose");
    }
  }

  /** A write begins; the bytes it may still write are put back when it fails. */
  void write(ByteBuffer bytes, Writing target) throws IOException {
    if (!fails("write")) {
      return;
    }
    if (way == Way.DISK_FULL) {
      ByteBuffer half = bytes.duplicate();
      half.limit(half.position() + half.remaining() / 2);
      target.write(half);
    }
    throw new IOException("No space left on device");
  }

  private synchronized boolean fails(String what) {
    count++;
    boolean fails = way == Way.DEVICE_GONE ? count >= failing : count == failing;
    if (count == failing) {
      last = what;
    }
    return fails;
  }

  /** Writes bytes somewhere. */
  @FunctionalInterface
  interface Writing {
    int write(ByteBuffer bytes) throws IOException;
  }
}
