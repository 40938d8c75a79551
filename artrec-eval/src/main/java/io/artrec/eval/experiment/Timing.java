package io.artrec.eval.experiment;

/**
 * How long a recommender took and what it held. Wall times; what else the machine did is in them.
 *
 * @param trainingSeconds from behaviour to a recommender that answers
 * @param answeringSeconds for all tested visitors, on all threads
 * @param medianMillis the median of the times of one visitor's answer
 * @param p95Millis their 95th percentile
 * @param p99Millis their 99th percentile
 * @param answersPerSecond tested visitors divided by {@code answeringSeconds}
 * @param heapBytes the growth of the used heap from before training to after, as the collector saw
 *     it; 0 where it shrank
 */
public record Timing(
    double trainingSeconds,
    double answeringSeconds,
    double medianMillis,
    double p95Millis,
    double p99Millis,
    double answersPerSecond,
    long heapBytes) {
  static Timing of(long trainingNanos, long answeringNanos, long[] sortedNanos, long heapBytes) {
    double seconds = answeringNanos / 1e9;
    return new Timing(
        trainingNanos / 1e9,
        seconds,
        percentile(sortedNanos, 0.5),
        percentile(sortedNanos, 0.95),
        percentile(sortedNanos, 0.99),
        seconds > 0 ? sortedNanos.length / seconds : 0,
        heapBytes);
  }

  /** The smallest time that a share of all times do not exceed, in milliseconds. */
  private static double percentile(long[] sorted, double share) {
    int at = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, at)] / 1e6;
  }
}
