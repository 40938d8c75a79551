package io.artrec.feature;

import io.artrec.error.ArtrecException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a feature cannot be computed: by an extractor for one artwork, whose failure is
 * collected, or by extraction as a whole when more artworks failed than allowed.
 */
public class ExtractionException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what was being done, the artwork, what was met
   */
  public ExtractionException(String message) {
    super(message);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param message what was being done, the artwork, what was met
   * @param cause what was met underneath, or null
   */
  public ExtractionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
