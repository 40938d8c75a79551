package io.artrec.strategy;

import io.artrec.behavior.Interactions;
import io.artrec.experiment.internal.StableHash;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which events a fold keeps from the parts of a {@link Stacked} blend. Each pair of a visitor and a
 * work is withheld in one fold, whatever they did together; in each fold all that was done with
 * some works, and all that some visitors did, is withheld as well, so that there are works and
 * visitors of whom nothing is known. All is drawn from ids: another visitor's events change nothing
 * of it.
 *
 * @param seed what is drawn from
 * @param folds how many folds there are
 * @param cold the share of works, and of visitors, of whom a fold knows nothing
 */
record Withheld(long seed, int folds, double cold) {
  private static final long WORKS = 0x5851f42d4c957f2dL;

  long visitor(String id) {
    return StableHash.of(seed, id);
  }

  long work(String id) {
    return StableHash.of(seed ^ WORKS, id);
  }

  /** Whether nothing is known of a work, or a visitor, by its hash. */
  boolean isCold(long hash, int fold) {
    return cold > 0 && new SplittableRandom(hash + fold).nextDouble() < cold;
  }

  /** Whether a fold's parts do not see what a visitor did with a work, by their hashes. */
  boolean isWithheld(long visitor, long work, int fold) {
    return pairFold(visitor, work) == fold || isCold(work, fold) || isCold(visitor, fold);
  }

  private int pairFold(long visitor, long work) {
    return new SplittableRandom(visitor ^ Long.rotateLeft(work, 32)).nextInt(folds);
  }

  /** The events that a fold's parts see. */
  Interactions known(Interactions events, int fold) {
    long[] visitors =
        IntStream.range(0, events.userCount()).mapToLong(u -> visitor(events.userId(u))).toArray();
    long[] works =
        IntStream.range(0, events.artworkCount())
            .mapToLong(w -> work(events.artworkId(w)))
            .toArray();
    return events.filter(
        row -> !isWithheld(visitors[events.user(row)], works[events.artwork(row)], fold));
  }
}
