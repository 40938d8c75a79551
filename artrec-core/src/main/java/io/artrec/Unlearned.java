package io.artrec;

import io.artrec.catalog.Catalog;
import io.artrec.live.LiveEvents;
import io.artrec.live.LiveInterests;
import io.artrec.live.LivePreferences;

/**
 * What is known of visitors and no strategy learns from; the same for the recommender's life,
 * whatever is trained. Thread-safe.
 *
 * @param chosen what they follow and block
 * @param interests what they are interested in
 * @param shown what they were shown
 */
record Unlearned(LivePreferences chosen, LiveInterests interests, LiveEvents shown) {
  /** As many impressions of a visitor as can still matter to what they are shown next. */
  private static final int SHOWN = 500;

  /** Of nobody, over a catalogue. */
  static Unlearned over(Catalog catalog) {
    return new Unlearned(
        new LivePreferences(), new LiveInterests(), new LiveEvents(catalog, SHOWN));
  }
}
