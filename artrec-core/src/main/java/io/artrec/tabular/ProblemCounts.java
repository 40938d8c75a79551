package io.artrec.tabular;

/**
 * How much of a source was not taken in.
 *
 * @param skipped rows left out
 * @param valuesLeftOut values left out of rows that were taken in
 * @param setAside rows that are neither loaded nor wrong
 * @param columns columns that are not read because an earlier one has their name
 */
record ProblemCounts(long skipped, long valuesLeftOut, long setAside, long columns) {
  long total() {
    return skipped + valuesLeftOut + columns;
  }
}
