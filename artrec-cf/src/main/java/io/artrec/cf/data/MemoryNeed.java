package io.artrec.cf.data;

import java.util.Locale;

/** Refuses a training that would not fit the heap, before it allocates. */
public final class MemoryNeed {
  private static final double MEGABYTE = 1024.0 * 1024;

  private MemoryNeed() {}

  /**
   * Checks an estimate against what the heap can still grow to.
   *
   * @param strategy whose training it is
   * @param bytes the estimate
   * @param remedy what to lower, as the end of a sentence: {@code "lower factors"}
   * @throws InsufficientMemoryException when it does not fit
   */
  public static void check(String strategy, double bytes, String remedy) {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    check(strategy, bytes, runtime.maxMemory() - used, runtime.maxMemory(), remedy);
  }

  /**
   * Garbage may count as used, so only what exceeds the whole heap, or clearly the rest, is
   * refused.
   */
  static void check(String strategy, double bytes, long free, long most, String remedy) {
    if (bytes > most * 0.95) {
      throw new InsufficientMemoryException(
          String.format(
              Locale.ROOT,
              "training %s needs about %,.0f MB, the heap has at most %,.0f MB (%,.0f MB free now); raise -Xmx or %s",
              strategy,
              Math.ceil(bytes / MEGABYTE),
              most / MEGABYTE,
              free / MEGABYTE,
              remedy));
    }
  }
}
