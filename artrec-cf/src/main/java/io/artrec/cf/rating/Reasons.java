package io.artrec.cf.rating;

import io.artrec.behavior.Preferences;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import java.util.ArrayList;
import java.util.List;

/** Collects the summands of one predicted rating. */
final class Reasons {
  private final String strategy;
  private final Preferences preferences;
  private final List<Contribution> all = new ArrayList<>();

  Reasons(String strategy, Preferences preferences) {
    this.strategy = strategy;
    this.preferences = preferences;
  }

  void offset(String what, double amount) {
    all.add(new Contribution(strategy, new Cause.Offset(what), amount));
  }

  /** Adds what a work of the history says. */
  void known(int artwork, double amount) {
    int low = 0;
    int high = preferences.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (preferences.artwork(middle) < artwork) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    Cause cause = new Cause.KnownArtwork(artwork, preferences.weight(low));
    all.add(new Contribution(strategy, cause, amount));
  }

  List<Contribution> list() {
    return all;
  }
}
