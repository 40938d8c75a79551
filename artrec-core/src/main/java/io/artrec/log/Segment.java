package io.artrec.log;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A segment that takes no more records and ends with a seal.
 *
 * @param path the file
 * @param first changes in it have this number or a higher one
 * @param last changes in it have this number or a lower one; the next segment begins after it
 * @param bytes its size
 * @param marked whether it may hold marks
 */
record Segment(Path path, long first, long last, long bytes, boolean marked) {
  private static final int DIGITS = 20;
  private static final String ENDING = ".log";

  /** What a segment is called while it is written. */
  static final String PART = ".part";

  static String name(long first) {
    return String.format(Locale.ROOT, "%0" + DIGITS + "d%s", first, ENDING);
  }

  /** The first number of a segment of this name; empty when no segment is called so. */
  static OptionalLong first(String name) {
    if (name.length() != DIGITS + ENDING.length()
        || !name.endsWith(ENDING)
        || !name.substring(0, DIGITS).chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(name, 0, DIGITS, 10));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
