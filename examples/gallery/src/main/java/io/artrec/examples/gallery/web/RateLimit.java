package io.artrec.examples.gallery.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often somebody may do something: some at once, and then so many in a second. Remembers a
 * thousand askers, the latest. Thread-safe.
 */
public final class RateLimit {
  private static final int MOST_ASKERS = 1000;
  private static final double NANOS = 1e9;

  private final double atOnce;
  private final double aSecond;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ASKERS;
        }
      };

  private static final class Bucket {
    private double left;
    private long at;

    Bucket(double left, long at) {
      this.left = left;
      this.at = at;
    }
  }

  /**
   * Limits something.
   *
   * @param atOnce how often it may be done without a pause
   * @param aSecond how often in the long run
   * @param nanos tells the time, as {@link System#nanoTime} does
   */
  public RateLimit(double atOnce, double aSecond, LongSupplier nanos) {
    this.atOnce = atOnce;
    this.aSecond = aSecond;
    this.nanos = nanos;
  }

  /** Takes one; false when it would be one too many. */
  synchronized boolean take(String asker) {
    long now = nanos.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(asker, key -> new Bucket(atOnce, now));
    bucket.left = Math.min(atOnce, bucket.left + (now - bucket.at) / NANOS * aSecond);
    bucket.at = now;
    if (bucket.left < 1) {
      return false;
    }
    bucket.left--;
    return true;
  }
}
