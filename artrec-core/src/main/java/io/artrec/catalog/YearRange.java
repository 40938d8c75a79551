package io.artrec.catalog;

/**
 * The years in which a work was made, both ends included. Years before the common era are negative
 * (500 BCE is -500).
 *
 * @param first the earliest year
 * @param last the latest year, not before {@code first}
 * @param approximate whether the source says about, probably or the like
 */
public record YearRange(int first, int last, boolean approximate) {
  /** Validates the order. */
  public YearRange {
    if (first > last) {
      throw new IllegalArgumentException(
          "year range runs from " + first + " to " + last + "; expected the earlier year first");
    }
  }

  /**
   * Returns a single certain year.
   *
   * @param year the year
   * @return the range of that year
   */
  public static YearRange of(int year) {
    return new YearRange(year, year, false);
  }

  /**
   * Returns certain years.
   *
   * @param first the earliest year
   * @param last the latest year
   * @return the range
   */
  public static YearRange of(int first, int last) {
    return new YearRange(first, last, false);
  }

  /**
   * Returns the middle of the range.
   *
   * @return the mean of first and last
   */
  public double midpoint() {
    return ((double) first + last) / 2;
  }

  /**
   * Tells whether two ranges share a year.
   *
   * @param other the other range
   * @return true when they do
   */
  public boolean overlaps(YearRange other) {
    return first <= other.last && other.first <= last;
  }
}
