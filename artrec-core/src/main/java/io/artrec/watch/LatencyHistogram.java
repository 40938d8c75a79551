package io.artrec.watch;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations in buckets whose width is a sixteenth of the power of two they lie in, so that a
 * percentile is at most a sixteenth too high, in 8 KB whatever is counted. The buckets are those of
 * HdrHistogram (Gil Tene, 2012) with four bits. Thread-safe, without locks.
 */
final class LatencyHistogram {
  private static final int BITS = 4;
  private static final int PARTS = 1 << BITS;
  private static final int BUCKETS = (Long.SIZE - BITS) * PARTS;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

  /** Counts a duration; one below 0 counts as 0. */
  void add(long nanos) {
    counts.incrementAndGet(bucket(Math.max(0, nanos)));
  }

  /** Counts all that another has counted. */
  void addAll(LatencyHistogram other) {
    for (int i = 0; i < BUCKETS; i++) {
      long more = other.counts.get(i);
      if (more > 0) {
        counts.addAndGet(i, more);
      }
    }
  }

  private static int bucket(long nanos) {
    if (nanos < PARTS) {
      return (int) nanos;
    }
    int shift = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(nanos);
    return (shift << BITS) + (int) (nanos >>> shift);
  }

  /** The largest duration that a bucket counts. */
  private static long last(int bucket) {
    if (bucket < PARTS) {
      return bucket;
    }
    int shift = (bucket >>> BITS) - 1;
    long parts = bucket - ((long) shift << BITS);
    return ((parts + 1) << shift) - 1;
  }

  long count() {
    long count = 0;
    for (int i = 0; i < BUCKETS; i++) {
      count += counts.get(i);
    }
    return count;
  }

  /**
   * The duration that a share of those counted do not exceed, as the last of its bucket.
   *
   * @param share 0 to 1
   * @return nanoseconds; 0 when nothing was counted
   */
  long percentile(double share) {
    long wanted = (long) Math.ceil(share * count());
    long count = 0;
    for (int i = 0; i < BUCKETS; i++) {
      count += counts.get(i);
      if (count >= Math.max(1, wanted)) {
        return last(i);
      }
    }
    return 0;
  }
}
