package io.artrec.tabular;

import io.artrec.error.ArtrecException;

/** Thrown when the rest of a CSV text cannot be cut into records. */
final class CsvFormatException extends ArtrecException {
  CsvFormatException(String message) {
    super(message);
  }
}
