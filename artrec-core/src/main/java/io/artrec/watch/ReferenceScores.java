package io.artrec.watch;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The scores of the first answers after strategies learned, with which later ones are compared.
 * Thread-safe, without locks.
 */
final class ReferenceScores {
  /** So many scores are the reference. */
  static final int SIZE = 500;

  /** So many later scores are wanted before anything is said. */
  static final int ENOUGH = 200;

  /** The share of chance by which a difference is told that is none, were answers independent. */
  private static final double ALPHA = 0.001;

  private final int lesson;
  private final AtomicLongArray scores = new AtomicLongArray(SIZE);
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger written = new AtomicInteger();

  /**
   * Starts empty.
   *
   * @param lesson how often strategies had learned
   */
  ReferenceScores(int lesson) {
    this.lesson = lesson;
  }

  int lesson() {
    return lesson;
  }

  /** Takes a score into the reference; false when that is complete. */
  boolean take(double score) {
    if (taken.get() >= SIZE) {
      return false;
    }
    int place = taken.getAndIncrement();
    if (place >= SIZE) {
      return false;
    }
    scores.set(place, Double.doubleToRawLongBits(score));
    written.incrementAndGet();
    return true;
  }

  boolean isComplete() {
    return written.get() == SIZE;
  }

  /**
   * The two-sample statistic of Kolmogorov and Smirnov: the largest distance between the shares of
   * both samples that do not exceed a score (Nikolai Smirnov, "Table for Estimating the Goodness of
   * Fit of Empirical Distributions", Annals of Mathematical Statistics 19, 1948).
   *
   * @return 0 to 1
   */
  double distance(double[] others) {
    double[] reference = new double[SIZE];
    Arrays.setAll(reference, i -> Double.longBitsToDouble(scores.get(i)));
    return distance(reference, others);
  }

  static double distance(double[] first, double[] second) {
    double[] a = first.clone();
    double[] b = second.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    double largest = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      double score = Math.min(a[i], b[j]);
      while (i < a.length && a[i] <= score) {
        i++;
      }
      while (j < b.length && b[j] <= score) {
        j++;
      }
      largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return largest;
  }

  /** From which distance samples of these sizes differ by more than chance. */
  static double critical(int first, int second) {
    return Math.sqrt(-Math.log(ALPHA / 2) / 2 * (first + second) / ((double) first * second));
  }
}
