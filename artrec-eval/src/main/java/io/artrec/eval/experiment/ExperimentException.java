package io.artrec.eval.experiment;

import io.artrec.error.ArtrecException;
import org.jspecify.annotations.Nullable;

/** An experiment that gave no result, or whose kept runs cannot be read or written. */
public final class ExperimentException extends ArtrecException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what was done, what is wrong and what to do
   * @param cause why, if another exception says so
   */
  public ExperimentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
