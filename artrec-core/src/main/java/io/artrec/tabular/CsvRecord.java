package io.artrec.tabular;

import java.util.List;

/**
 * One record of a CSV text.
 *
 * @param line the line where it starts, from 1
 * @param fields the fields, without their quotes
 * @param fault what is wrong with its quotes or length
 * @param malformed whether it holds bytes that the charset does not know
 */
record CsvRecord(long line, List<String> fields, Fault fault, boolean malformed) {
  enum Fault {
    NONE,
    /** The last field's quote never closes; the record was ended with the line of that quote. */
    OPEN_QUOTE,
    /** Text stands between the last field's closing quote and the separator or line's end. */
    TEXT_AFTER_QUOTE,
    /** There are more fields than {@link CsvRecords#MOST_FIELDS}; the rest was passed over. */
    TOO_MANY_FIELDS
  }
}
