package io.artrec.learning.internal;

/**
 * The mean of the end of a stream of values from 0 to 1: of as much of it as has one mean. When the
 * mean of an older part and that of a younger part differ by more than chance allows, the older
 * part is dropped. (Bifet and Gavaldà, "Learning from time-changing data with adaptive windowing",
 * SDM 2007: ADWIN2.) With m the harmonic mean of both counts, σ² the variance of the window, n its
 * length and δ' = δ / ln n, the means may differ by
 *
 * <pre>sqrt(2 σ²/m · ln(2/δ')) + 2/(3m) · ln(2/δ')</pre>
 *
 * <p>Values are kept as sums over runs of 1, 2, 4, ... of them, at most five of each length: memory
 * O(log n), and as much time every 32nd value. Not thread-safe.
 */
public final class AdaptiveWindow {
  /** What became of the window with a value. */
  public enum Change {
    /** Nothing was dropped. */
    NONE,
    /** What is left has a higher mean than what was dropped. */
    RISE,
    /** What is left has a lower mean than what was dropped. */
    FALL
  }

  /** Runs of one length. */
  private static final int RUNS = 5;

  /** A stream of 2^40 values has no longer runs. */
  private static final int LENGTHS = 40;

  private static final int EACH = 32;
  private static final int SHORTEST = 16;

  private final double delta;
  private final double[][] sums = new double[LENGTHS][RUNS + 1];
  private final double[][] squares = new double[LENGTHS][RUNS + 1];
  private final int[] runs = new int[LENGTHS];
  private long count;
  private double sum;
  private double square;
  private long seen;

  /**
   * Creates an empty window.
   *
   * @param delta how often chance may look like a change, at most, at each look; above 0, below 1
   */
  public AdaptiveWindow(double delta) {
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException("delta is " + delta + ", expected above 0 and below 1");
    }
    this.delta = delta;
  }

  /**
   * Adds a value.
   *
   * @param value 0 to 1
   * @return whether the window became shorter, and how its mean moved
   */
  public Change add(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("value is " + value + ", expected 0 to 1");
    }
    put(0, value, value * value);
    count++;
    sum += value;
    square += value * value;
    return ++seen % EACH == 0 ? shorten() : Change.NONE;
  }

  /** Puts a run behind those of its length; the two oldest become one of twice the length. */
  private void put(int length, double ofRun, double squareOfRun) {
    sums[length][runs[length]] = ofRun;
    squares[length][runs[length]] = squareOfRun;
    runs[length]++;
    if (runs[length] > RUNS) {
      double two = sums[length][0] + sums[length][1];
      double twoSquares = squares[length][0] + squares[length][1];
      drop(length, 2);
      put(length + 1, two, twoSquares);
    }
  }

  private void drop(int length, int oldest) {
    runs[length] -= oldest;
    System.arraycopy(sums[length], oldest, sums[length], 0, runs[length]);
    System.arraycopy(squares[length], oldest, squares[length], 0, runs[length]);
  }

  private Change shorten() {
    double before = mean();
    boolean dropped = false;
    while (count >= 2L * SHORTEST && isTwo()) {
      dropOldest();
      dropped = true;
    }
    return !dropped ? Change.NONE : mean() < before ? Change.FALL : Change.RISE;
  }

  private void dropOldest() {
    int length = LENGTHS - 1;
    while (runs[length] == 0) {
      length--;
    }
    count -= 1L << length;
    sum -= sums[length][0];
    square -= squares[length][0];
    drop(length, 1);
  }

  /** Whether some cut parts the window into two means. */
  private boolean isTwo() {
    double variance = Math.max(0, square / count - mean() * mean());
    double surprise = Math.log(2 * Math.log((double) count) / delta);
    long older = 0;
    double olderSum = 0;
    for (int length = LENGTHS - 1; length >= 0; length--) {
      for (int run = 0; run < runs[length]; run++) {
        older += 1L << length;
        olderSum += sums[length][run];
        long younger = count - older;
        if (older >= SHORTEST && younger >= SHORTEST) {
          double inverse = 1.0 / older + 1.0 / younger;
          double allowed =
              Math.sqrt(2 * inverse * variance * surprise) + 2.0 / 3 * inverse * surprise;
          if (Math.abs(olderSum / older - (sum - olderSum) / younger) > allowed) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** {@return the mean of the window, 0 to 1; 0 when it is empty} */
  public double mean() {
    return count == 0 ? 0 : Math.min(1, Math.max(0, sum / count));
  }

  /** {@return how many values the window holds, 0 or more} */
  public long count() {
    return count;
  }
}
