package io.artrec.llm.rendering;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interactions;
import io.artrec.llm.rendering.FineTuningReport.Part;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which part an event is of: each visitor is of one, and each part has a time, one after the other.
 * Events without a time are earlier than all others; where none has one, visitors alone decide.
 */
final class PartSplit {
  private static final long FNV = 0x100000001b3L;
  private static final long FNV_START = 0xcbf29ce484222325L;

  private final Dataset dataset;
  private final long seed;
  private final double heldOut;
  private final long validationFrom;
  private final long testFrom;

  /**
   * Makes a split.
   *
   * @param dataset the events
   * @param seed decides who is of which part, by their id
   * @param heldOut the share of visitors, and of the time's events, of validation and of test each
   */
  PartSplit(Dataset dataset, long seed, double heldOut) {
    this.dataset = dataset;
    this.seed = seed;
    this.heldOut = heldOut;
    long[] times =
        IntStream.range(0, dataset.size())
            .mapToLong(dataset::epochMillis)
            .filter(time -> time != Interactions.NO_TIME)
            .sorted()
            .toArray();
    validationFrom = quantile(times, 1 - 2 * heldOut);
    testFrom = quantile(times, 1 - heldOut);
  }

  private static long quantile(long[] sorted, double share) {
    return sorted.length == 0
        ? Interactions.NO_TIME
        : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }

  private boolean isByTime() {
    return heldOut > 0 && validationFrom != Interactions.NO_TIME;
  }

  Part of(int user) {
    double drawn = chance(user).nextDouble();
    if (drawn < heldOut) {
      return Part.TEST;
    }
    return drawn < 2 * heldOut ? Part.VALIDATION : Part.TRAIN;
  }

  /** What is drawn for a visitor depends on their id alone, whoever else is there. */
  SplittableRandom chance(int user) {
    long hash = FNV_START;
    String id = dataset.userId(user);
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV;
    }
    return new SplittableRandom(new SplittableRandom(hash ^ seed).nextLong());
  }

  boolean isInTime(Part part, long time) {
    if (!isByTime()) {
      return true;
    }
    return switch (part) {
      case TRAIN -> time < validationFrom;
      case VALIDATION -> time >= validationFrom && time < testFrom;
      case TEST -> time >= testFrom;
    };
  }

  /** How often each work is among what may be learned from. */
  long[] trainingCounts() {
    long[] counts = new long[dataset.catalog().size()];
    for (int user = 0; user < dataset.userCount(); user++) {
      if (of(user) != Part.TRAIN) {
        continue;
      }
      for (int event = dataset.begin(user); event < dataset.end(user); event++) {
        if (isInTime(Part.TRAIN, dataset.epochMillis(event))) {
          counts[dataset.artwork(event)]++;
        }
      }
    }
    return counts;
  }

  @Override
  public String toString() {
    return "split " + Arrays.asList(Part.values()) + " by " + heldOut;
  }
}
