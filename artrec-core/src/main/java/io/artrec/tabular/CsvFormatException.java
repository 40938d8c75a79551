package io.artrec.tabular;

/** Thrown when the rest of a CSV text cannot be cut into records. */
final class CsvFormatException extends RuntimeException {
  CsvFormatException(String message) {
    super(message);
  }
}
