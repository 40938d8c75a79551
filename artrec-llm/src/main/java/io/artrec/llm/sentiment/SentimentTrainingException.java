package io.artrec.llm.sentiment;

import io.artrec.error.ArtrecException;

/** Thrown when examples cannot teach a sentiment analyzer. */
public final class SentimentTrainingException extends ArtrecException {
  /**
   * Creates the exception.
   *
   * @param message what is wrong with the examples, and what is expected
   */
  public SentimentTrainingException(String message) {
    super(message);
  }
}
