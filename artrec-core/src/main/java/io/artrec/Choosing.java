package io.artrec;

import io.artrec.behavior.Interest;
import io.artrec.behavior.Stance;
import io.artrec.catalog.Trait;
import io.artrec.log.Change;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Visitors choose what to follow and to block, and have interests. Thread-safe. */
final class Choosing {
  private final LiveState live;
  private final Listeners listeners;
  private final BooleanSupplier closed;

  /**
   * Creates one.
   *
   * @param closed tells whether nothing may be kept any more
   */
  Choosing(LiveState live, Listeners listeners, BooleanSupplier closed) {
    this.live = live;
    this.listeners = listeners;
    this.closed = closed;
  }

  boolean follow(String user, Trait trait) {
    return choose(user, trait, Stance.FOLLOWED);
  }

  boolean unfollow(String user, Trait trait) {
    return takeBack(user, trait, Stance.FOLLOWED);
  }

  boolean block(String user, Trait trait) {
    return choose(user, trait, Stance.BLOCKED);
  }

  boolean unblock(String user, Trait trait) {
    return takeBack(user, trait, Stance.BLOCKED);
  }

  int learn(String user, List<Interest> interests, long millis) {
    if (closed.getAsBoolean()) {
      throw new IllegalStateException(
          "cannot keep what a visitor is interested in: the recommender is closed");
    }
    int learned = live.learn(user, interests, millis);
    if (learned > 0) {
      listeners.tell(to -> to.historyChanged(user));
    }
    return learned;
  }

  private boolean choose(String user, Trait trait, Stance stance) {
    return keep(new Change.Preferred(user, trait, stance), before -> before != stance);
  }

  private boolean takeBack(String user, Trait trait, Stance stance) {
    return keep(new Change.Preferred(user, trait, Stance.NEUTRAL), before -> before == stance);
  }

  private boolean keep(Change.Preferred choice, Predicate<Stance> applies) {
    if (closed.getAsBoolean()) {
      throw new IllegalStateException(
          "cannot keep what a visitor follows or blocks: the recommender is closed");
    }
    boolean isNew = live.choose(choice, applies);
    if (isNew) {
      listeners.tell(to -> to.historyChanged(choice.visitor()));
    }
    return isNew;
  }
}
