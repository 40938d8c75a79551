package io.artrec.log;

import io.artrec.error.ArtrecException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a log cannot be opened, is damaged, or cannot take changes; none of them is then in
 * it.
 */
public final class LogException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message the file, what happened, what to do
   * @param cause what was met underneath, or null
   */
  public LogException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * {@return what a log throws for a replay that would lack changes}
   *
   * @param after the number that was asked for
   * @param compactedTo up to which number changes were dropped, more than {@code after}
   */
  public static LogException compacted(long after, long compactedTo) {
    return new LogException(
        String.format(
            Locale.ROOT,
            "cannot replay what follows change %d: changes up to %d are only in a model file that"
                + " was saved after change %d; load that one",
            after,
            compactedTo,
            compactedTo),
        null);
  }

  /**
   * {@return what a log throws for a compaction beyond its end}
   *
   * @param upTo the number that was asked for
   * @param last the highest number given so far, less than {@code upTo}
   */
  public static IllegalArgumentException beyond(long upTo, long last) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "cannot compact up to change %d, expected at most the last one's number, %d",
            upTo,
            last));
  }
}
