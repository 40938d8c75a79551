package io.artrec.answering.internal;

import io.artrec.behavior.History;
import io.artrec.behavior.ImpressionDiscount;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.strategy.Query;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalInt;

/** How often somebody was shown works since they last did something with them. Not changed. */
public final class Exposure {
  private static final Exposure NONE =
      new Exposure(new Int2IntOpenHashMap(), new Int2DoubleOpenHashMap());

  private final Int2IntOpenHashMap times;

  /** What a work keeps of its score. */
  private final Int2DoubleOpenHashMap kept;

  private Exposure(Int2IntOpenHashMap times, Int2DoubleOpenHashMap kept) {
    this.times = times;
    this.kept = kept;
    kept.defaultReturnValue(1);
  }

  /** Of somebody who was shown nothing. */
  static Exposure none() {
    return NONE;
  }

  /**
   * Counts impressions.
   *
   * @param shown the impressions, of any works
   * @param catalog the works
   * @param asker what they did, and when they ask
   * @param discount what impressions count
   * @return the exposure
   */
  public static Exposure of(
      Collection<Interaction> shown, Catalog catalog, Query asker, ImpressionDiscount discount) {
    if (shown.isEmpty()) {
      return NONE;
    }
    Int2LongOpenHashMap last = lastDone(asker.history());
    Int2IntOpenHashMap times = new Int2IntOpenHashMap();
    Int2DoubleOpenHashMap sums = new Int2DoubleOpenHashMap();
    for (Interaction impression : shown) {
      OptionalInt work = catalog.indexOf(impression.artwork());
      long millis = impression.time().map(Instant::toEpochMilli).orElse(Interactions.NO_TIME);
      if (work.isPresent() && isSince(last, work.getAsInt(), millis)) {
        times.addTo(work.getAsInt(), 1);
        sums.addTo(work.getAsInt(), discount.weight(millis, asker.nowMillis()));
      }
    }
    Int2DoubleOpenHashMap kept = new Int2DoubleOpenHashMap(sums.size());
    sums.int2DoubleEntrySet()
        .forEach(sum -> kept.put(sum.getIntKey(), discount.kept(sum.getDoubleValue())));
    return new Exposure(times, kept);
  }

  private static Int2LongOpenHashMap lastDone(History history) {
    Int2LongOpenHashMap last = new Int2LongOpenHashMap();
    for (int event = 0; event < history.size(); event++) {
      last.put(history.artwork(event), history.epochMillis(event));
    }
    return last;
  }

  private static boolean isSince(Int2LongOpenHashMap last, int work, long millis) {
    return !last.containsKey(work) || millis > last.get(work);
  }

  boolean isEmpty() {
    return times.isEmpty();
  }

  /** How often a work was shown. */
  int times(int work) {
    return times.get(work);
  }

  /** The share that a work keeps, 1 for one that was not shown. */
  double kept(int work) {
    return kept.get(work);
  }
}
