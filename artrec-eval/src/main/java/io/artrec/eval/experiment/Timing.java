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
    long heapBytes) {}
