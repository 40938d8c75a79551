package io.artrec;

import io.artrec.behavior.PreferenceModel;
import io.artrec.behavior.RewardRule;
import io.artrec.live.internal.LiveDraws;
import io.artrec.live.internal.LiveEvents;
import io.artrec.live.internal.LiveInterests;
import io.artrec.live.internal.LivePreferences;

/**
 * What is known of visitors and no strategy learns from; the same for the recommender's life,
 * whatever is trained. Thread-safe.
 *
 * @param chosen what they follow and block
 * @param interests what they are interested in
 * @param shown what they were shown
 * @param draws which of these answers were drawn, and what came of them
 */
record Unlearned(
    LivePreferences chosen, LiveInterests interests, LiveEvents shown, LiveDraws draws) {
  /** As many impressions of a visitor as can still matter to what they are shown next. */
  private static final int SHOWN = 500;

  /** Of nobody, over an engine's catalogue, by its rules. */
  static Unlearned over(Engine engine) {
    RewardRule rewards = engine.settings().rewards();
    PreferenceModel model = engine.context().preferenceModel();
    return new Unlearned(
        new LivePreferences(),
        new LiveInterests(),
        new LiveEvents(engine.catalog(), SHOWN),
        new LiveDraws(rewards, event -> rewards.worth(event, model)));
  }
}
