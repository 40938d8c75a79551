package io.artrec.cf.data;

import java.util.Locale;

/** Refuses a training that would not fit the heap, before it allocates. */
public final class MemoryNeed {
  private static final double MEGABYTE = 1024.0 * 1024;

  private MemoryNeed() {}

  /**
   * Checks an estimate against the largest heap the JVM may take. What is taken now is not counted
   * against it, because the collector may free it.
   *
   * @param strategy whose training it is
   * @param bytes the estimate
   * @param remedy what to lower, as the end of a sentence: {@code "lower factors"}
   * @throws InsufficientMemoryException when it does not fit
   */
  public static void check(String strategy, double bytes, String remedy) {
    check(strategy, bytes, Runtime.getRuntime().maxMemory(), remedy);
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
