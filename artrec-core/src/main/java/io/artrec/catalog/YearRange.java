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

  /**
   * Returns how many years the range covers.
   *
   * @return 1 for a single year
   */
  public int years() {
    return last - first + 1;
  }

  /**
   * {@return the range as people write it, for instance {@code 1889}, {@code 1889–1890}, {@code c.
   * 1710} or {@code 500–401 BCE}}
   */
  @Override
  public String toString() {
    String circa = approximate ? "c. " : "";
    if (first == last) {
      return circa + (first < 0 ? -first + " BCE" : String.valueOf(first));
    }
    if (last < 0) {
      return circa + -first + "–" + -last + " BCE";
    }
    return circa + (first < 0 ? -first + " BCE–" + last + " CE" : first + "–" + last);
  }
}
