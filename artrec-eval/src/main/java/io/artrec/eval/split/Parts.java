package io.artrec.eval.split;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.util.BitSet;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which part each event goes to; training unless said. 1 byte an event. */
final class Parts {
  static final byte TRAINING = 0;
  static final byte KNOWN = 1;
  static final byte TEST = 2;
  static final byte NONE = 3;

  private final Interactions events;
  private final byte[] partOf;

  Parts(Interactions events) {
    this.events = events;
    partOf = new byte[events.size()];
  }

  /** The events with works of the catalogue, but for impressions, which are nothing to find. */
  static Interactions usable(String splitter, Catalog catalog, Interactions events) {
    boolean[] held = new boolean[events.artworkCount()];
    int count = 0;
    for (int work = 0; work < held.length; work++) {
      held[work] = catalog.indexOf(events.artworkId(work)).isPresent();
      count += held[work] ? 1 : 0;
    }
    if (count == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "split '%s' has no event to divide: %,d events with %,d works were given, none of them"
                  + " a work of the catalogue of %,d; load more events or the right catalogue",
              splitter,
              events.size(),
              held.length,
              catalog.size()));
    }
    IntPredicate isUsable =
        row -> held[events.artwork(row)] && events.kind(row) != InteractionKind.IMPRESSION;
    return IntStream.range(0, events.size()).allMatch(isUsable) ? events : events.filter(isUsable);
  }

  static void requireTimes(String splitter, Interactions events) {
    int without = 0;
    for (int row = 0; row < events.size(); row++) {
      without += events.epochMillis(row) == Interactions.NO_TIME ? 1 : 0;
    }
    if (without > 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "split '%s' needs times, %,d of %,d events have none; load events with a column for"
                  + " the time, leave these out, or split by chance (random, per-user)",
              splitter,
              without,
              events.size()));
    }
  }

  void put(int row, byte part) {
    partOf[row] = part;
  }

  /** Tests some of a visitor's works, drawn by chance; the others go to another part. */
  void testByChance(
      Histories histories, int visitor, int works, byte others, SplittableRandom random) {
    BitSet tested = Chance.choose(works, histories.works(visitor), random);
    for (int p = histories.begin(visitor); p < histories.end(visitor); p++) {
      int row = histories.row(p);
      int pair = histories.pairOf(row) - histories.firstPair(visitor);
      partOf[row] = tested.get(pair) ? TEST : others;
    }
  }

  /**
   * Tests the works that a visitor came to know last. The cut is the first event with the first of
   * them; what is earlier goes to another part, and so do not later events with works from there.
   * Histories are in order of time.
   */
  void testNewest(Histories histories, int visitor, int works, byte earlier, boolean repeats) {
    BitSet seen = new BitSet(histories.works(visitor));
    int before = histories.works(visitor) - works;
    boolean cut = false;
    BitSet known = new BitSet();
    for (int p = histories.begin(visitor); p < histories.end(visitor); p++) {
      int row = histories.row(p);
      int pair = histories.pairOf(row) - histories.firstPair(visitor);
      if (!cut && !seen.get(pair) && before-- == 0) {
        cut = true;
        known.or(seen);
      }
      seen.set(pair);
      partOf[row] = !cut ? earlier : repeats || !known.get(pair) ? TEST : NONE;
    }
  }

  /** Makes the split. The hint says what to change when a part is empty. */
  Split split(String name, long seed, String hint) {
    int[] counts = new int[NONE + 1];
    long now = Interactions.NO_TIME;
    for (int row = 0; row < partOf.length; row++) {
      counts[partOf[row]]++;
      if (partOf[row] <= KNOWN) {
        now = Math.max(now, events.epochMillis(row));
      }
    }
    if (counts[TRAINING] == 0 || counts[TEST] == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "split '%s' of %,d events leaves nothing to %s (%,d to learn from, %,d known, %,d to"
                  + " test, %,d that return to works known before); %s",
              name,
              partOf.length,
              counts[TRAINING] == 0 ? "learn from" : "test",
              counts[TRAINING],
              counts[KNOWN],
              counts[TEST],
              counts[NONE],
              hint));
    }
    return new Split(
        name,
        seed,
        part(TRAINING),
        counts[KNOWN] == 0 ? Interactions.none() : part(KNOWN),
        part(TEST),
        now == Interactions.NO_TIME ? 0 : now);
  }

  private Interactions part(byte part) {
    return events.filter(row -> partOf[row] == part);
  }
}
