package io.artrec.text.search;

import java.util.BitSet;

/** How alike the works of a collection are to one question. Filled once, then only read. */
final class Likeness {
  private final double[] whole;
  private final double[] alike;
  private final BitSet read;
  private final double floor;
  private final double fitsFrom;

  /**
   * Creates likeness.
   *
   * @param whole the cosine of each work's whole text, -1 where there is none
   * @param alike how alike it is by whole text and passages together
   * @param read which works have a vector
   * @param floor the least cosine that says something
   * @param fitsFrom the cosine from which a whole text fits
   */
  Likeness(double[] whole, double[] alike, BitSet read, double floor, double fitsFrom) {
    this.whole = whole;
    this.alike = alike;
    this.read = read;
    this.floor = floor;
    this.fitsFrom = fitsFrom;
  }

  /** Whether any work is alike enough to be an answer. */
  boolean isAnyFound() {
    return read.stream().anyMatch(this::isFound);
  }

  /** Whether a work has a text. */
  boolean isRead(int work) {
    return read.get(work);
  }

  /** Whether a work is alike enough to be an answer. */
  boolean isFound(int work) {
    return read.get(work) && alike[work] >= floor;
  }

  double cosine(int work) {
    return alike[work];
  }

  /** Whether the work's text as a whole fits the question. */
  boolean fits(int work) {
    return whole[work] >= fitsFrom;
  }

  /** By how much the best work is above the floor; 0 when none is found. */
  double reach() {
    double most = 0;
    for (int work = read.nextSetBit(0); work >= 0; work = read.nextSetBit(work + 1)) {
      most = Math.max(most, alike[work] - floor);
    }
    return most;
  }

  /** How far a work is above the floor, 0 or more. */
  double above(int work) {
    return isFound(work) ? alike[work] - floor : 0;
  }
}
