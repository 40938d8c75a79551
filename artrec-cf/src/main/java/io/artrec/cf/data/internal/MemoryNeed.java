package io.artrec.cf.data.internal;

import io.artrec.cf.data.InsufficientMemoryException;
import java.lang.ref.WeakReference;
import java.util.Locale;

/** Refuses a training that would not fit the heap, before it allocates. */
public final class MemoryNeed {
  private static final double MEGABYTE = 1024.0 * 1024;

  private MemoryNeed() {}

  /**
   * Checks an estimate against the largest heap the JVM may take, and against what is left of it
   * beside what stays in use meanwhile: the engine that answers while this one is trained, among
   * others. Only when the estimate does not fit beside what is taken now, the collector is asked to
   * free what it can first.
   *
   * @param strategy whose training it is
   * @param bytes the estimate
   * @param remedy what to lower, as the end of a sentence: {@code "lower factors"}
   * @throws InsufficientMemoryException when it does not fit
   */
  public static void check(String strategy, double bytes, String remedy) {
    long most = Runtime.getRuntime().maxMemory();
    check(strategy, bytes, most, remedy);
    if (bytes > most - used() && collect()) {
      checkBeside(strategy, bytes, most, used(), remedy);
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Frees what can be freed; false when this JVM does not collect on request. */
  private static boolean collect() {
    WeakReference<Object> collected = new WeakReference<>(new Object());
    System.gc();
    return collected.get() == null;
  }

  static void checkBeside(String strategy, double bytes, long most, long used, String remedy) {
    if (bytes > most - used) {
      throw new InsufficientMemoryException(
          String.format(
              Locale.ROOT,
              "training %s needs about %,.0f MB, the heap has at most %,.0f MB, of which %,.0f MB"
                  + " stay in use meanwhile, by what answers until it is done among others; raise"
                  + " -Xmx, or %s",
              strategy,
              Math.ceil(bytes / MEGABYTE),
              most / MEGABYTE,
              used / MEGABYTE,
              remedy));
    }
  }

  static void check(String strategy, double bytes, long most, String remedy) {
    if (bytes > most) {
      throw new InsufficientMemoryException(
          String.format(
              Locale.ROOT,
              "training %s needs about %,.0f MB, the heap has at most %,.0f MB; raise -Xmx, or %s",
              strategy,
              Math.ceil(bytes / MEGABYTE),
              most / MEGABYTE,
              remedy));
    }
  }

  /**
   * Refuses a table of 2^31 numbers or more, which no array holds.
   *
   * @param strategy whose training it is
   * @param rows its rows
   * @param width its columns
   * @param remedy what to lower, as the end of a sentence
   * @throws InsufficientMemoryException when it is too large
   */
  public static void checkCells(String strategy, long rows, long width, String remedy) {
    if (rows * width > Integer.MAX_VALUE - 8) {
      throw new InsufficientMemoryException(
          String.format(
              Locale.ROOT,
              "training %s needs a table of %,d x %,d numbers, an array holds fewer than 2^31; %s",
              strategy,
              rows,
              width,
              remedy));
    }
  }
}
